import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './support/axe.ts';
import { type House, openHouse } from './support/house.ts';
import { registerOnPaper } from './support/seed-case.ts';

let house: House;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = await registerOnPaper(house);
  const page = await house.signIn('sigrid.hallman');
  await page.goto(`/kontor/arenden/${caseId}/gor/register`);
  await page.getByRole('button', { name: 'Registrera' }).click();
  await page.getByRole('button', { name: 'Ja, registrera' }).click();
  await page.getByRole('status').getByText('Motionen är registrerad.').waitFor();
}, 240_000);
afterAll(() => house.close());

const pages = [
  '/',
  '/sammantraden',
  '/anslagstavla',
  '/statistik',
  '/tillganglighet',
  '/oppna-data',
  '/finns-inte',
];

it('anyone finds a motion and reads it, without scripts', async () => {
  const page = await house.visitor({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByLabel('Sök ord').fill('riktlinjer våld');
  await page.getByLabel('Parti').selectOption('V');
  await page.getByRole('button', { name: 'Visa' }).click();
  expect(new URL(page.url()).search).toContain('parti=V');
  await page.getByRole('link', { name: 'Krafttag mot mäns våld mot kvinnor' }).click();
  await page.getByRole('heading', { level: 1, name: 'Krafttag mot mäns våld mot kvinnor' }).waitFor();
  const main = await page.getByRole('main').innerText();
  expect(main).toContain('Ettårsgräns 2027-01-30, 362 dagar kvar');
  expect(main).toContain('Jessica Carlqvist, Katja Ollila (V)');
  expect(await page.locator('ol.steps [aria-current=step]').innerText()).toContain('Remitterad');
  await page.goto('/?sok=finns+inte');
  await page.getByRole('link', { name: 'visa alla motioner', exact: true }).click();
  expect(new URL(page.url()).search).toBe('');
  expect(house.troubles).toEqual([]);
});

it('every page holds to WCAG 2.2 AA, and nothing on it moves while it loads', async () => {
  const page = await house.visitor();
  await page.addInitScript(`window.shifts = 0;
    new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shifts += each.value; })
      .observe({ type: 'layout-shift', buffered: true });`);
  for (const path of [...pages, `/motioner/${caseId}`]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect([path, await page.evaluate<number>('window.shifts')]).toEqual([path, 0]);
    expect(await faultsOf(page)).toEqual([]);
  }
  expect(house.troubles).toEqual([]);
});

it('the keyboard alone leads past the menu, through the filters and to a motion', async () => {
  const page = await house.visitor();
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('kvinnor');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/?sok=kvinnor**');
  expect(await page.getByRole('main').innerText()).toContain('Krafttag');
});
