import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ComposedLetter, composeLetter } from '../../documents/letters/compose.ts';
import { letterTemplate } from '../../domain/letters.ts';
import { aLetter } from './letter-samples.ts';
import { letterVariants } from './letter-variants.ts';

/** `UPDATE_GOLDEN=1 vitest run test/documents` writes the files anew. Read what has changed, raise templateVersion. */
const folder = fileURLToPath(new URL('../fixtures/letters/', import.meta.url));
const update = process.env.UPDATE_GOLDEN === '1';

const goldenFile = (name: string, content: string) => {
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + name, content);
  }
  expect(content).toBe(readFileSync(folder + name, 'utf8'));
};

const golden = (name: string, { subject, text, html }: ComposedLetter) => {
  goldenFile(`${name}.txt`, `Subject: ${subject}\n\n${text}`);
  goldenFile(`${name}.html`, html);
};

const approved = [
  ...letterTemplate.options.map((template) => [template, template, {}] as const),
  ...letterVariants,
];
const toGroup = 'decided-to-party-group';

describe('letters as they were approved', () => {
  it.each(approved)('%s', (name, template, changes) => {
    golden(name, composeLetter(aLetter(template, changes)));
  });

  it('a copy to the party group of one who has left', () => {
    golden(toGroup, composeLetter(aLetter('decided'), 'party-group'));
  });

  it('keeps no file of a letter that is gone', () => {
    const expected = [...approved.map(([name]) => name), toGroup].flatMap((name) => [
      `${name}.html`,
      `${name}.txt`,
    ]);
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });
});
