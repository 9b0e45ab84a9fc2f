import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './support/axe.ts';
import { type House, openHouse } from './support/house.ts';
import { answeredCase, fillTheSeats } from './support/seed-council.ts';

let house: House;
let caseId: string;
const boardDay = '2026-03-10';
const councilDay = '2026-04-14';

beforeAll(async () => {
  house = await openHouse('2026-02-02');
  await fillTheSeats(house);
  caseId = await answeredCase(house);
}, 240_000);
afterAll(() => house.close());

const main = (page: Page) => page.getByRole('main');
const said = (page: Page, words: string) => page.getByRole('status').getByText(words).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
/** The button that is seen; another of the same name takes the return key. */
const reckon = (page: Page) => page.getByRole('button', { name: 'Räkna', exact: true }).last().click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

const plan = async (page: Page, day: string) => {
  await page.goto('/kontor/sammantraden');
  await follow(page, 'Lägg in ett sammanträde');
  await page.getByLabel('Dag', { exact: true }).fill(day);
  await press(page, 'Lägg in ett sammanträde');
  await said(page, 'Sammanträdet är inlagt.');
};

const note = async (page: Page, what: 'Anteckna kallelsen' | 'Anteckna kungörelsen') => {
  await follow(page, what);
  await press(page, what);
  await said(page, 'är antecknad.');
};

const placeTheCase = async (page: Page) => {
  await page.getByRole('checkbox', { name: /Krafttag mot mäns våld/ }).check();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Sätt upp de valda');
  expect(await main(page).innerText()).toContain('Jessica Carlqvist');
  await press(page, 'Ja, sätt upp ärendet');
  await said(page, 'Ärendena står på dagordningen.');
};

const openTheMinutes = async (page: Page) => {
  await follow(page, 'Öppna protokollet');
  await page.getByLabel('Karin Stålberg').check();
  await page.getByLabel('Oskar Fridén').check();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Öppna protokollet');
  await said(page, 'Protokollet är öppnat.');
};

it('a board secretary makes the agenda and enters what the board proposes', async () => {
  const page = await house.signIn('elin.tornros');
  await plan(page, boardDay);
  await note(page, 'Anteckna kallelsen');
  await placeTheCase(page);
  await house.settle();
  await house.moveClock(boardDay);
  await page.reload();
  await openTheMinutes(page);
  await page.goto(`/kontor/sammantraden/board-${boardDay}`);
  await page.getByRole('link', { name: /^Behandla/ }).click();
  await page.getByLabel('Paragraf', { exact: true }).fill('12');
  await page.getByLabel('Antal närvarande').fill('15');
  await press(page, 'För in styrelsens förslag');
  expect(await main(page).innerText()).toContain('Att-sats 1: anses besvarad.');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Ja, för in styrelsens förslag');
  await said(page, 'Styrelsens förslag är infört.');
  await house.settle();
  const state = await house.product.casework.cases.load(caseId);
  expect(state?.motion.status).toBe('CouncilReady');
  expect(house.troubles).toEqual([]);
}, 240_000);

it('a council secretary takes the attendance of 71 and a vote by name, and the decision becomes final', async () => {
  const page = await house.signIn('gustav.wennerlund');
  await plan(page, councilDay);
  await note(page, 'Anteckna kallelsen');
  await note(page, 'Anteckna kungörelsen');
  await placeTheCase(page);
  await house.settle();
  await house.moveClock(councilDay);
  await page.reload();
  await follow(page, 'För närvaron');
  await page.getByLabel('Ordförande').selectOption({ label: 'Karin Stålberg (M)' });
  await page.getByLabel('Ledamot Nummer 20: Frånvarande').check();
  expect(await page.locator('[data-sum="ja distans"]').innerText()).toBe('70');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Spara närvaron');
  await said(page, 'Närvaron är förd.');
  expect(await main(page).innerText()).toContain('beslutfört');
  await openTheMinutes(page);
  await page.goto(`/kontor/sammantraden/council-${councilDay}`);
  await vote(page);
  await press(page, 'Ja, för in fullmäktiges beslut');
  await said(page, 'Fullmäktiges beslut är infört.');
  await house.settle();
  await certifyAndPost(page);
  expect(house.troubles).toEqual([]);
}, 400_000);

/** A rival claim for the second clause, voted on by name, party by party. */
const vote = async (page: Page) => {
  await page.getByRole('link', { name: /^Behandla/ }).click();
  await page.getByLabel('Paragraf', { exact: true }).fill('41');
  const claim = page.getByRole('group', { name: 'Yrkande 3', exact: true });
  await claim.getByLabel('Yrkar').selectOption({ label: 'bifall' });
  await claim.getByLabel('Vem').selectOption({ label: 'Jessica Carlqvist (V)' });
  await claim.getByLabel('Att-sats 2').check();
  await reckon(page);
  const proposition = page.getByRole('group', { name: 'Proposition 1', exact: true });
  await proposition.getByLabel('Nej betyder').selectOption({ label: '3. bifall, Jessica Carlqvist (V)' });
  await proposition.getByLabel('Hur').selectOption({ label: 'omröstning' });
  await proposition.getByRole('button', { name: 'Visa röstlistan vid omröstning' }).click();
  for (const party of ['S', 'M', 'C', 'L', 'KD', 'SD']) {
    await page.getByRole('button', { name: `Hela partiet: ja för ${party}`, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hela partiet: nej för V', exact: true }).click();
  await page.getByLabel('Hannes Lindgård: Avstår').check();
  const counts = page.locator('[data-vote]').first();
  expect(await counts.locator('[data-sum]').allInnerTexts()).toEqual(['63', '6', '1']);
  expect(await faultsOf(page)).toEqual([]);
  await reckon(page);
  expect(await main(page).innerText()).toContain('63 ja, 6 nej, 1 avstod');
  await press(page, 'För in fullmäktiges beslut');
  expect(await main(page).innerText()).toContain('Att-sats 2: avslag.');
};

const certifyAndPost = async (page: Page) => {
  const minutes = `/kontor/protokoll/council-${councilDay}`;
  for (const certifier of ['karin.stalberg', 'oskar.friden']) {
    const theirs = await house.signIn(certifier);
    await theirs.goto(minutes);
    await follow(theirs, 'Justera protokollet');
    await press(theirs, 'Justera protokollet');
    expect(await faultsOf(theirs)).toEqual([]);
    await press(theirs, 'Ja, justera protokollet');
    await said(theirs, 'Du har justerat protokollet.');
  }
  await house.settle();
  await page.goto(minutes);
  await follow(page, 'Anslå protokollet');
  await press(page, 'Anslå protokollet');
  await press(page, 'Ja, anslå protokollet');
  await said(page, 'Anslaget är antecknat.');
  expect(await main(page).innerText()).toMatch(/Sista dag att överklaga\s+2026-05-05/);
  expect(await faultsOf(page)).toEqual([]);
  await house.settle();
  await house.moveClock('2026-05-06');
  const registrar = await house.signIn('sigrid.hallman');
  await registrar.goto(minutes);
  await follow(registrar, 'Bekräfta att ingen har överklagat');
  await press(registrar, 'Bekräfta att ingen har överklagat');
  await press(registrar, 'Ja, bekräfta att ingen har överklagat');
  await said(registrar, 'Besluten har fått laga kraft.');
  await house.settle();
  expect((await house.product.casework.cases.load(caseId))?.motion.status).toBe('Final');
};

it('the reports stand in every look', async () => {
  const page = await house.signIn('gustav.wennerlund');
  for (const path of [
    '/kontor/rapporter',
    '/kontor/rapporter/statistik',
    '/kontor/protokoll',
    '/kontor/sammantraden',
  ]) {
    await page.goto(path);
    expect(await faultsOf(page)).toEqual([]);
  }
  expect(house.troubles).toEqual([]);
}, 120_000);
