import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../documents/letters/compose.ts';
import { letterTemplate } from '../../domain/letters.ts';
import { aLetter } from './letter-samples.ts';
import { letterVariants } from './letter-variants.ts';

/** `UPDATE_GOLDEN=1 vitest run test/documents` writes the files anew. Read what has changed, raise templateVersion. */
const folder = fileURLToPath(new URL('../fixtures/letters/', import.meta.url));
const update = process.env.UPDATE_GOLDEN === '1';

const golden = (name: string, content: string) => {
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + name, content);
  }
  expect(content).toBe(readFileSync(folder + name, 'utf8'));
};

const approved = [
  ...letterTemplate.options.map((template) => [template, template, {}] as const),
  ...letterVariants,
];

describe('letters as they were approved', () => {
  it.each(approved)('%s', (name, template, changes) => {
    const { subject, text, html } = composeLetter(aLetter(template, changes));
    golden(`${name}.txt`, `Subject: ${subject}\n\n${text}`);
    golden(`${name}.html`, html);
  });

  it('keeps no file of a letter that is gone', () => {
    const expected = approved.flatMap(([name]) => [`${name}.html`, `${name}.txt`]);
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });
});
