import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './support/axe.ts';
import { type House, openHouse, signInAs } from './support/house.ts';
import { registerOnPaper } from './support/seed-case.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());

it('an administrator invites, and whoever signs in with the code works at once', async () => {
  const page = await house.signIn('samira.nordin');
  await page.getByRole('link', { name: 'Personer' }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Bjud in en person' }).click();
  await page.getByLabel('Namn').fill('Kim Sjölander');
  await page.getByLabel('registrator').check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bjud in' }).click();
  const code = await page.locator('strong.hash').innerText();
  expect(await faultsOf(page)).toEqual([]);

  const newcomer = await house.visitor();
  await signInAs(newcomer, 'kim.sjolander');
  await newcomer.getByRole('heading', { name: 'Du är inte upplagd här' }).waitFor();
  expect(await faultsOf(newcomer)).toEqual([]);
  await newcomer.getByLabel('Kod').fill('ABCD');
  await newcomer.getByRole('button', { name: 'Gå vidare' }).click();
  await newcomer.getByRole('alert').waitFor();
  await newcomer.getByLabel('Kod').fill(code);
  await newcomer.getByRole('button', { name: 'Gå vidare' }).click();
  await newcomer.getByRole('heading', { name: 'Mitt arbete' }).waitFor();
  expect(await newcomer.getByRole('link', { name: 'Inkorg', exact: true }).isVisible()).toBe(true);

  await page.goto('/kontor/personer/kim.sjolander');
  expect(await page.getByText('Roll given: registrator').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Återkalla en roll' }).click();
  await page.getByLabel('Roll', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Återkalla en roll' }).click();
  await page.getByRole('status').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await newcomer.goto('/kontor');
  expect(await newcomer.getByRole('link', { name: 'Inkorg', exact: true }).count()).toBe(0);

  await page.goto('/kontor/fortroendevalda/m-ollila-katja/andra');
  await page.getByLabel('Skyddade personuppgifter').check();
  await page.getByRole('button', { name: 'Ändra uppgifter' }).click();
  await page.getByRole('heading', { name: 'Skyddade personuppgifter' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(house.troubles).toEqual([]);
});

it('an auditor reads the log of a case with its chain, and of people, and changes nothing', async () => {
  const caseId = await registerOnPaper(house);
  const page = await house.signIn('per-olov.ahlgren');
  await page.goto(`/kontor/arenden/${caseId}`);
  await page.getByRole('link', { name: 'Händelser' }).click();
  expect(await page.getByText('Händelserna är orörda').isVisible()).toBe(true);
  expect(await page.getByText('Motionen kom in på papper').isVisible()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Personer' }).click();
  await page.getByRole('link', { name: 'Sigrid Hallman' }).click();
  expect(await page.getByRole('table', { name: 'Vad som har ändrats' }).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Ge en roll' }).count()).toBe(0);
  await page.goto('/kontor/jag');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Logga ut överallt' }).click();
  await page.goto('/kontor');
  expect(new URL(page.url()).origin).toBe(house.product.issuer);
  expect(house.troubles).toEqual([]);
});
