import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './support/axe.ts';
import { focused, type House, openHouse } from './support/house.ts';
import { registerOnPaper } from './support/seed-case.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());

it('a registrar registers what has come in, and is asked before anybody is told', async () => {
  const caseId = await registerOnPaper(house);
  const page = await house.signIn('sigrid.hallman');
  await page.getByRole('link', { name: 'Registrera motionen' }).click();
  expect(new URL(page.url()).pathname).toBe(`/kontor/arenden/${caseId}`);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Registrera', exact: true }).click();
  await page.getByRole('button', { name: 'Registrera' }).click();
  expect(await page.getByRole('main').innerText()).toContain('Jessica Carlqvist');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ja, registrera' }).click();
  await page.getByRole('status').getByText('Motionen är registrerad.').waitFor();
  expect(await page.getByText('RS 1/2026').first().isVisible()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.goto('/kontor');
  expect(new URL(page.url()).origin).toBe(house.product.issuer);
  expect(house.troubles).toEqual([]);
});

it('puts the focus on what is wrong, and leads to the field', async () => {
  const caseId = await registerOnPaper(house);
  const page = await house.signIn('sigrid.hallman');
  await page.goto(`/kontor/arenden/${caseId}/gor/register`);
  await page.getByRole('button', { name: 'Registrera' }).click();
  await page.getByRole('button', { name: 'Ja, registrera' }).click();
  await page.getByRole('link', { name: 'Återlämna för komplettering' }).click();
  await page.getByRole('button', { name: 'Återlämna för komplettering' }).click();
  await page.getByRole('alert').waitFor();
  expect(await focused(page, 'role')).toBe('alert');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page, 'id')).toBe('f-reason');
  expect(house.troubles).toEqual([]);
});
