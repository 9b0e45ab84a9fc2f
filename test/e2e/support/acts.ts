import type { Locator, Page } from 'playwright-core';

/** What is filled in, by the label one sees: text for a field, the words of what is chosen, or `true` for a box to tick. */
export type Given = Readonly<Record<string, string | true>>;

const isSelect = async (page: Page, field: Locator): Promise<boolean> =>
  (await field.and(page.locator('select')).count()) > 0;

/** By the words one looks for, also where the choice says more. */
const choose = async (field: Locator, words: string): Promise<void> => {
  const value = await field.locator('option', { hasText: words }).first().getAttribute('value');
  await field.selectOption(value ?? '');
};

/** Fills in what stands on the page. */
export const fillIn = async (page: Page, given: Given): Promise<void> => {
  const main = page.getByRole('main');
  for (const [label, value] of Object.entries(given)) {
    const fields = page.locator('input, select, textarea');
    const field = main.getByLabel(label, { exact: false }).and(fields).first();
    if (value === true) await field.check();
    else if (await isSelect(page, field)) await choose(field, value);
    else await field.fill(value);
  }
};

/** Presses a button; says yes when the page asks once more. @throws Error with what the page says is wrong */
export const press = async (page: Page, button: string): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
  await page.waitForLoadState();
  const yes = page.locator('button[name="steg"][value="bekrafta"]');
  if ((await yes.count()) > 0) {
    await yes.click();
    await page.waitForLoadState();
  }
  const fault = page.getByRole('alert');
  if ((await fault.count()) > 0) throw new Error(`${page.url()}: ${await fault.first().innerText()}`);
};

/** Follows a link of the page's own. */
export const follow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  await page.waitForLoadState();
};

/** Does one thing from the page one stands at: follows its link, fills in, presses its button. */
export const act = async (page: Page, name: string, given: Given = {}, button = name): Promise<void> => {
  await follow(page, name);
  await fillIn(page, given);
  await press(page, button);
};
