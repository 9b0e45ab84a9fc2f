import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { withFewColours } from './few-colours.ts';

const width = 1000;
/** Nobody reads a picture longer than this. */
const tallest = 1400;

const nameOf = (role: string, kind: string) =>
  `${role}${kind}`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A picture of a page, by the role that met it. */
export interface Picture {
  readonly name: string;
  readonly role: string;
  readonly kind: string;
}

/** Photographs the page as it stands, in the light theme, from its top. */
export const photograph = async (
  page: Page,
  folder: string,
  role: string,
  kind: string,
): Promise<Picture> => {
  mkdirSync(folder, { recursive: true });
  const name = `${nameOf(role, kind)}.png`;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width, height: 700 });
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const clip = { x: 0, y: 0, width, height: Math.min(height, tallest) };
  writeFileSync(join(folder, name), withFewColours(await page.screenshot({ fullPage: true, clip })));
  return { name, role, kind };
};

/** What there is a picture of, for who looks through them; pictures of pages that are gone go, too. */
export const writeIndex = (folder: string, pictures: readonly Picture[]): void => {
  const names = new Set(pictures.map(({ name }) => name));
  for (const old of readdirSync(folder))
    if (old.endsWith('.png') && !names.has(old)) rmSync(join(folder, old));
  const rows = pictures.map(({ name, role, kind }) => `| ${role} | \`${kind}\` | [${name}](${name}) |`);
  const head = [
    '# Every page',
    '',
    'Taken by `npm run pictures`.',
    '',
    '| Who | Page | Picture |',
    '| --- | --- | --- |',
  ];
  writeFileSync(join(folder, 'README.md'), `${[...head, ...rows].join('\n')}\n`);
};
