import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnswerSeed } from '../../local/demo/seed-documents.ts';
import { act, fillIn, follow, press } from './support/acts.ts';
import { type House, openHouse } from './support/house.ts';

/**
 * Seeds 000/001 by the pages alone: everything a clerk does, in the browser, on the days of the real case. Nothing goes
 * by the API; only the clock is moved from outside.
 */
let house: House;
const seed = readAnswerSeed();
const desks = new Map<string, Page>();

beforeAll(async () => {
  house = await openHouse('2022-11-28');
}, 120_000);
afterAll(() => house.close());

/** Somebody's own browser, opened once. */
const at = async (subject: string): Promise<Page> => {
  const found = desks.get(subject) ?? (await house.signIn(subject));
  desks.set(subject, found);
  return found;
};

/** What waits on Mitt arbete, opened. */
const open = async (subject: string, task: string): Promise<Page> => {
  await house.settle();
  const page = await at(subject);
  await page.goto('/kontor');
  await follow(page, task);
  return page;
};

const sigrid = 'sigrid.hallman';
const elin = 'elin.tornros';
const gustav = 'gustav.wennerlund';
const lilian = 'lilian.ivarsson.sporrong';

const comesIn = async () => {
  const page = await at(sigrid);
  await page.goto('/kontor/arenden');
  await follow(page, 'För in en motion på papper');
  await fillIn(page, { 'Kom in': '2022-11-28', Rubrik: seed.title });
  for (const { name } of seed.movers) await fillIn(page, { [`${name} (V)`]: true });
  await press(page, 'För in en motion på papper');
  await house.moveClock('2022-11-29');
  await act(await open(sigrid, 'Registrera motionen'), 'Registrera');
  await page.getByText('RS 1/2022').first().waitFor();
};

const isPrepared = async () => {
  await house.moveClock('2022-12-13');
  const referred = { regionfullmäktige: true as const, 'Anmäld i fullmäktige': '2022-12-13' };
  await act(await open(gustav, 'Remittera motionen'), 'Remittera till styrelsen', referred);
  await house.moveClock('2023-01-10');
  await act(await open(elin, 'Utse handläggare'), 'Utse handläggare', {
    Handläggare: 'Lilian Ivarsson Sporrong',
    Enhet: 'Staben hållbar utveckling',
  });
  await act(await open(lilian, 'Börja bereda'), 'Börja bereda');
  await house.moveClock(seed.answeredOn);
  const page = await open(lilian, 'Skriv svaret');
  await follow(page, 'Skriv svaret');
  const text = seed.answer.sections.map((each) => [each.heading, each.text].join('\n')).join('\n\n');
  await fillIn(page, {
    'Svarets rubrik': seed.answer.title,
    Sammanfattning: text,
    'Motionen i sin helhet': 'anses besvarad',
  });
  await press(page, 'Spara svaret');
  await act(await open(lilian, 'Skriv svaret'), 'Lämna svaret för godkännande');
  await house.moveClock('2023-06-02');
  for (const approver of ['birgitta.sandelius', 'rickard.simonsson']) {
    await act(await open(approver, 'Godkänn svaret'), 'Godkänn svaret');
  }
};

/** A meeting: laid in, summoned, the motion placed, its day come, its minutes opened, the matter dealt with. */
const meets = async (
  secretary: string,
  given: {
    planned: string;
    day: string;
    paragraph: string;
    present: string;
    label: string;
    announced: boolean;
  },
) => {
  await house.moveClock(given.planned);
  const page = await at(secretary);
  await page.goto('/kontor/sammantraden');
  await act(page, 'Lägg in ett sammanträde', { Dag: given.day });
  await act(page, 'Anteckna kallelsen');
  if (given.announced) await act(page, 'Anteckna kungörelsen');
  const meeting = page.url();
  await fillIn(page, { 'RS 1/2022': true });
  await press(page, 'Sätt upp de valda');
  await house.settle();
  await house.moveClock(given.day);
  await page.goto(meeting);
  await act(page, 'Öppna protokollet', { 'Karin Stålberg': true, 'Oskar Fridén': true });
  await page.goto(meeting);
  await page
    .getByRole('link', { name: /^Behandla/ })
    .first()
    .click();
  await fillIn(page, {
    Paragraf: given.paragraph,
    'Antal närvarande': given.present,
    'Motionen i sin helhet': 'anses besvarad',
  });
  await press(page, given.label);
  await house.settle();
};

const isCertified = async (secretary: string, day: { certified: string; posted: string }, body: string) => {
  await house.moveClock(day.certified);
  for (const certifier of ['karin.stalberg', 'oskar.friden']) {
    const page = await at(certifier);
    await page.goto(`/kontor/protokoll/${body}`);
    await act(page, 'Justera protokollet');
  }
  await house.moveClock(day.posted);
  const page = await at(secretary);
  await page.goto(`/kontor/protokoll/${body}`);
  await act(page, 'Anslå protokollet', { 'Anslaget sattes upp': day.posted });
  await house.settle();
};

it('goes from paper to a decision that is final, by the pages alone', async () => {
  await comesIn();
  await isPrepared();
  await meets(elin, {
    planned: '2023-08-29',
    day: '2023-09-05',
    paragraph: '176',
    present: '11',
    label: 'För in styrelsens förslag',
    announced: false,
  });
  await isCertified(elin, { certified: '2023-09-06', posted: '2023-09-06' }, 'board-2023-09-05');
  await meets(gustav, {
    planned: '2023-09-14',
    day: '2023-09-26',
    paragraph: '121',
    present: '69',
    label: 'För in fullmäktiges beslut',
    announced: true,
  });
  await isCertified(gustav, { certified: '2023-10-05', posted: '2023-10-06' }, 'council-2023-09-26');
  await house.moveClock('2023-10-28');
  await house.moveClock('2023-10-30');
  const registrar = await at(sigrid);
  await registrar.goto('/kontor/protokoll/council-2023-09-26');
  await act(registrar, 'Bekräfta att ingen har överklagat');
  await house.settle();

  const anybody = await house.visitor({ javaScriptEnabled: false });
  await anybody.goto('/');
  await anybody.getByRole('main').getByRole('link', { name: seed.title }).click();
  const shown = await anybody.getByRole('main').innerText();
  expect(shown).toContain('RS 1/2022');
  expect(shown).toContain('anses besvarad');
  expect(shown).toContain('2023-10-28');
  for (const { name } of seed.movers) expect(shown).toContain(name);
  expect(house.troubles).toEqual([]);
}, 400_000);
