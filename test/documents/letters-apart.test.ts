import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { composeConfirmation, composeDigest, composeNews } from '../../documents/letters/apart/compose.ts';
import type { ComposedLetter } from '../../documents/letters/compose.ts';
import { SUBJECT_LIMIT } from '../../documents/letters/subject.ts';
import { aNews, confirmations, digests, news } from './apart-samples.ts';

/** `UPDATE_GOLDEN=1 vitest run test/documents` writes the files anew: read what has changed. */
const folder = fileURLToPath(new URL('../fixtures/letters-apart/', import.meta.url));
const update = process.env.UPDATE_GOLDEN === '1';

const goldenFile = (name: string, content: string) => {
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + name, content);
  }
  expect(content).toBe(readFileSync(folder + name, 'utf8'));
};

const all: readonly (readonly [string, ComposedLetter])[] = [
  ...Object.entries(confirmations).map(([name, facts]) => [name, composeConfirmation(facts)] as const),
  ...Object.entries(news).map(([name, facts]) => [name, composeNews(facts)] as const),
  ...Object.entries(digests).map(([name, facts]) => [name, composeDigest(facts)] as const),
];

describe.each(all)('%s', (name, letter) => {
  it('is as it was approved', () => {
    goldenFile(`${name}.txt`, `Subject: ${letter.subject}\n\n${letter.text}`);
    goldenFile(`${name}.html`, letter.html);
  });

  it('fetches nothing, tracks nothing, and is short enough for any list of letters', () => {
    expect(letter.html).not.toMatch(/<(img|script|link|style|iframe)|src=|url\(|[^-]color:/i);
    expect(letter.subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    const lines = letter.text.split('\n').filter((line) => !line.startsWith('https://'));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(72);
    expect(letter.text).not.toMatch(/undefined|\[object/);
  });
});

it('keeps no file of a letter that is gone', () => {
  const expected = all.flatMap(([name]) => [`${name}.html`, `${name}.txt`]);
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});

it('is never empty', () => {
  expect(() => aNews([])).toThrow();
});

it('takes hostile titles for text', () => {
  const title = 'Nej\r\nBcc: alla@region.example <script>alert("1")</script>';
  const motion = { registrationNumber: 'RS 1/2026', title, page: 'https://a.example/m' };
  const letter = composeNews(aNews([{ ...motion, news: [{ on: '2026-03-02', kind: 'registered' }] }]));
  expect(letter.subject).not.toMatch(/\r|\n/);
  expect(letter.html).not.toContain('<script');
});

it('says in each news letter how to end it, and in each digest too', () => {
  for (const [name, { text }] of all) {
    if (name.startsWith('news')) expect(text).toContain('/prenumerera/avsluta/');
    if (name.startsWith('digest')) expect(text).toContain('Du slutar');
  }
});
