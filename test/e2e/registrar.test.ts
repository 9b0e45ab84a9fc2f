import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scannedPdf, textPdf } from '../support/files/make-pdf.ts';
import { scanOf } from '../support/files/make-scan.ts';
import { faultsOf } from './support/axe.ts';
import { type House, openHouse } from './support/house.ts';
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
  // The script that moves the focus runs when the page has been read: it is waited for.
  await page.locator('[role=alert]:focus').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#f-reason:focus').waitFor();
  expect(house.troubles).toEqual([]);
});

/** Notes what the page says while the file goes, until another page has come. */
const noteWhatIsSaid = `
  const texts = [];
  const said = document.querySelector('[data-bringing]');
  new MutationObserver(() => texts.push(said.textContent)).observe(said, { childList: true });
  addEventListener('pagehide', () => sessionStorage.setItem('said', texts.join(' ')));
`;

const scan = async () =>
  scannedPdf(
    await scanOf(
      textPdf([
        [
          'Motion: Lås på cykelställen',
          'Till: Regionfullmäktige',
          '',
          'Vi yrkar',
          'att ställena får lås',
          '',
          'Jessica Carlqvist (V)',
        ],
      ]),
    ),
  );

it('a registrar brings a scan, sees what was read, and begins the case', async () => {
  const page = await house.signIn('sigrid.hallman');
  await page.goto('/kontor/motion-fran-fil');
  expect(await faultsOf(page)).toEqual([]);
  const file = { name: 'motion.pdf', mimeType: 'application/pdf', buffer: await scan() };
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await page.evaluate(noteWhatIsSaid);
  await page.getByRole('button', { name: 'Läs in filen' }).click();
  await page.waitForURL('**/motion-fran-fil/i*');
  expect(await page.evaluate("sessionStorage.getItem('said')")).toContain('Filen skickas: 100 procent.');
  const title = page.getByLabel('Rubrik');
  await title.waitFor({ timeout: 180_000 });
  expect(await title.inputValue()).toBe('Lås på cykelställen');
  expect(await page.getByLabel('Att-satser').inputValue()).toBe('ställena får lås');
  expect(await page.getByLabel('Jessica Carlqvist (V)').isChecked()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'För in en motion på papper' }).click();
  await page.getByRole('button', { name: /^Ja,/ }).click();
  await page.waitForURL('**/kontor/arenden/**');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Lås på cykelställen');
  expect(await faultsOf(page)).toEqual([]);
  const begun = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Hämta motion\.pdf/ }).click();
  expect(readFileSync(await (await begun).path()).equals(file.buffer)).toBe(true);
  expect(house.troubles).toEqual([]);
}, 300_000);

it('a motion on paper is entered, registered, returned, completed and referred', async () => {
  const page = await house.signIn('sigrid.hallman');
  await page.goto('/kontor/inkorg');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'För in en motion på papper' }).click();
  await page.getByLabel('Kom in').fill('2026-01-30');
  await page.getByLabel('Rubrik').fill('Fler bussar på landsbygden');
  await page.getByLabel('Motionens text').fill('Det går för få bussar.');
  await page.getByLabel('Jessica Carlqvist (V)').check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'För in en motion på papper' }).click();
  await page.getByRole('button', { name: 'Ja, för in en motion på papper' }).click();
  await page.getByRole('status').getByText('Motionen är införd').waitFor();
  const address = new URL(page.url()).pathname;
  const { settle } = house;
  const act = async (label: string, done: string, fill: () => Promise<void> = async () => {}) => {
    await settle();
    await page.goto(address);
    await page.getByRole('link', { name: label, exact: true }).click();
    await fill();
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('button', { name: `Ja, ${label.toLowerCase()}` }).click();
    await page.getByRole('status').getByText(done).waitFor();
  };
  await act('Registrera', 'Motionen är registrerad.', async () => {
    expect(await page.getByText(/Nästa nummer är RS \d+\/2026/).isVisible()).toBe(true);
  });
  await act('Återlämna för komplettering', 'Motionen är återlämnad.', async () => {
    await page.getByLabel('En att-sats som fullmäktige kan besluta om').check();
    await page.getByLabel('Vad behöver kompletteras?').fill('Det står inte vad fullmäktige ska besluta.');
  });
  await act('För in komplettering på papper', 'Kompletteringen är införd.', async () => {
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('Fler bussar på landsbygden');
    await page.getByLabel('Att-satser').fill('bussarna på landsbygden går oftare');
  });
  await settle();
  const secretary = await house.signIn('gustav.wennerlund');
  await secretary.goto(address);
  await secretary.getByRole('link', { name: 'Remittera till styrelsen' }).click();
  await secretary.getByLabel('presidiet').check();
  await secretary.getByLabel('Anmäld i fullmäktige').fill('2026-02-02');
  await secretary.getByRole('button', { name: 'Remittera till styrelsen' }).click();
  await secretary.getByRole('button', { name: 'Ja, remittera till styrelsen' }).click();
  await secretary.getByRole('status').getByText('Motionen är remitterad.').waitFor();
  await page.goto('/kontor/arenden?sok=landsbygden');
  expect(await page.getByRole('cell', { name: 'Fler bussar på landsbygden' }).isVisible()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  expect(house.troubles).toEqual([]);
});
