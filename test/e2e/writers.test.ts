import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personCommand } from '../../domain/commands.ts';
import type { Role } from '../../domain/roles.ts';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { faultsOf } from './support/axe.ts';
import { type House, openHouse } from './support/house.ts';

/** A slow machine is no failure. */
const patience = 240_000;

let house: House;
let address = '';
const caseId = () => address.split('/').at(-1) ?? '';
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());

/** What has the focus, as somebody without a mouse knows it. */
const focusedOn = (page: Page) =>
  page.evaluate<string>(
    `(() => { const at = document.activeElement; return at.id + ' ' + (at.getAttribute('aria-label') ?? at.innerText ?? '') + ' ' + (at.value ?? ''); })()`,
  );

/** Tabs on until something is reached; never touches the mouse. */
const tabTo = async (page: Page, what: RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (what.test(await focusedOn(page))) return;
  }
  throw new Error(`no way by keyboard to ${what}`);
};
const onward = async (page: Page, what: RegExp) => {
  await tabTo(page, what);
  const moved = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await moved;
};

it(
  'a member writes a motion by keyboard alone, and it is saved as it is written',
  async () => {
    const page = await house.signIn('jessica.carlqvist');
    await page.goto('/kontor/mina-motioner');
    await onward(page, /Skriv en motion/);
    await tabTo(page, /^f-rubrik /);
    await page.keyboard.type('Krafttag mot mäns våld mot kvinnor');
    await tabTo(page, /^f-motivering /);
    await page.keyboard.type('Mäns våld mot kvinnor är ett stort samhällsproblem.');
    await tabTo(page, /^f-att-0 /);
    await page.keyboard.type('att regionen tar fram riktlinjer och rutiner');
    await page.locator('[data-autosaved]').getByText('Sparat').waitFor();
    address = new URL(page.url()).pathname;
    expect(address).toMatch(/^\/kontor\/utkast\/c/);
    await tabTo(page, /^f-att-1 /);
    await page.keyboard.type('att regionen utbildar all personal');
    for (const [words, id] of [
      ['ollila', 'f-vem-m-ollila-katja'],
      ['wachenfeldt', 'f-vem-m-von-wachenfeldt-malin'],
    ] as const) {
      await page.locator('#f-rubrik').focus();
      await tabTo(page, /^f-sok /).catch(async () => {
        await page.locator('summary').focus();
        await page.keyboard.press('Enter');
        await tabTo(page, /^f-sok /);
      });
      await page.keyboard.press('Control+A');
      await page.keyboard.type(words);
      await tabTo(page, new RegExp(`^${id} `));
      await page.keyboard.press('Space');
    }
    await onward(page, /^ Spara /);
    await page.getByRole('status').getByText('Texten är sparad.').waitFor();
    expect(await page.getByText('ska godkänna').count()).toBe(3);
    expect(await faultsOf(page)).toEqual([]);
    expect(house.troubles).toEqual([]);
  },
  patience,
);

it(
  'three members approve the text, and the group’s secretary hands it in',
  async () => {
    for (const subject of ['jessica.carlqvist', 'katja.ollila', 'malin.von.wachenfeldt']) {
      const page = await house.signIn(subject);
      await page.goto('/kontor/mina-motioner');
      await page.getByRole('link', { name: 'Krafttag mot mäns våld' }).click();
      await page.getByRole('link', { name: 'Läs och godkänn texten' }).click();
      if (subject === 'katja.ollila') expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Godkänn texten' }).click();
      await page.getByRole('status').getByText('Du har godkänt texten.').waitFor();
      await page.context().close();
    }
    const page = await house.signIn('tova.ekbladh');
    await page.goto(address);
    await page.getByRole('link', { name: 'Lämna in motionen' }).click();
    await page.getByRole('button', { name: 'Lämna in motionen' }).click();
    expect(await page.getByRole('main').innerText()).toContain('Malin von Wachenfeldt');
    await page.getByRole('button', { name: 'Ja, lämna in motionen' }).click();
    await page.getByRole('heading', { name: 'Krafttag mot mäns våld mot kvinnor' }).waitFor();
    expect(await page.locator('.hash').innerText()).toMatch(/^[0-9a-f]{64}$/);
    const other = await house.signIn('albin.rosenkvist');
    const answer = await other.goto(address);
    expect(await other.getByRole('main').innerText()).not.toContain('utkast');
    expect(answer?.status()).toBe(200);
    await house.settle();
    expect(house.troubles).toEqual([]);
  },
  patience,
);

/** What others do on the way, through the use case: their pages have journeys of their own. */
const happens = async (personId: string, role: Role, command: unknown) => {
  const actor = { personId, roles: [role] };
  const asked = { caseId: caseId(), commandId: randomUUID(), command: personCommand.parse(command), actor };
  const answer = await actOnCase(house.product.casework, asked);
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  await house.settle();
};

it(
  'an official writes the answer, and keeps both texts when somebody else has saved',
  async () => {
    await happens('sigrid.hallman', 'registrar', { type: 'register' });
    const announcedOn = '2026-02-10';
    await happens('gustav.wennerlund', 'council-secretary', { type: 'refer', by: 'presidium', announcedOn });
    await happens('elin.tornros', 'board-secretary', {
      type: 'assign',
      officer: 'lilian.ivarsson.sporrong',
      unit: 'Staben hållbar utveckling',
    });
    await happens('lilian.ivarsson.sporrong', 'official', { type: 'start-drafting' });
    const page = await house.signIn('lilian.ivarsson.sporrong');
    await page.goto(`/kontor/arenden/${caseId()}/svar`);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await page.getByLabel('Sammanfattning').fill('Regionen har riktlinjer och rutiner.');
    await page.getByLabel('Att-sats 1').selectOption('ANSWERED');
    await page.getByRole('button', { name: 'Spara svaret' }).click();
    await page.getByRole('status').getByText('Svaret är sparat.').waitFor();
    await other.getByLabel('Sammanfattning').fill('Regionen har riktlinjer och utbildar personal.');
    await other.getByLabel('Att-sats 1').selectOption('ANSWERED');
    await other.getByLabel('Att-sats 2').selectOption('GRANTED');
    await other.getByRole('button', { name: 'Spara svaret' }).click();
    const both = other.getByRole('alert');
    await both.waitFor();
    expect(await both.locator('del').first().innerText()).toContain('rutiner');
    expect(await both.locator('ins').first().innerText()).toContain('utbildar');
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole('button', { name: 'Spara min text ovanpå' }).click();
    await other.getByRole('status').getByText('Svaret är sparat.').waitFor();
    await other.getByRole('link', { name: 'sparade version 2' }).click();
    expect(await other.locator('ins').first().innerText()).toContain('utbildar');
    await other.getByRole('link', { name: 'Svar', exact: true }).click();
    await other.getByRole('link', { name: 'Lämna svaret för godkännande' }).click();
    await other.getByRole('button', { name: 'Lämna svaret för godkännande' }).click();
    await other.getByRole('button', { name: 'Ja, lämna svaret för godkännande' }).click();
    await other.getByRole('status').getByText('Svaret är lämnat för godkännande.').waitFor();
    await house.settle();
    expect(house.troubles).toEqual([]);
  },
  patience,
);

it(
  'two managers approve it, one after the other',
  async () => {
    for (const subject of ['birgitta.sandelius', 'rickard.simonsson']) {
      const page = await house.signIn(subject);
      await page.getByRole('link', { name: 'Godkänn svaret' }).first().click();
      await page.getByRole('link', { name: 'Svar', exact: true }).click();
      expect(await page.getByRole('main').innerText()).toContain(
        'Regionen har riktlinjer och utbildar personal.',
      );
      await page.getByRole('link', { name: 'Godkänn svaret' }).click();
      await page.getByRole('button', { name: 'Godkänn svaret' }).click();
      await page.getByRole('button', { name: 'Ja, godkänn svaret' }).click();
      await page.getByRole('status').getByText('Du har godkänt svaret.').waitFor();
      await house.settle();
    }
    const page = await house.signIn('elin.tornros');
    await page.goto(`/kontor/arenden/${caseId()}`);
    expect(await page.getByText('klar för styrelsen').isVisible()).toBe(true);
    expect(house.troubles).toEqual([]);
  },
  patience,
);
