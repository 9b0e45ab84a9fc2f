import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { silentJournal } from '../../../local/plain-journal.ts';
import { type Besvarad, startBesvarad } from '../../../local/start-besvarad.ts';
import { startBrowser } from './browser.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The whole product on this machine, and a browser before it. */
export interface House {
  readonly product: Besvarad;
  readonly browser: Browser;
  /** What no page may do: errors in the console, requests to other machines, answers of 5xx. */
  readonly troubles: string[];
  /** A page for somebody who is not signed in. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** A page for a demo person, signed in at the provider's own page, in a browser session of its own. */
  signIn(subject: string, options?: BrowserContextOptions): Promise<Page>;
  /** Moves the clock, and does what has become due. */
  moveClock(today: string): Promise<void>;
  /** Waits until the workflow rests: nothing is under way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it, on a day. */
export const openHouse = async (clock = '2026-02-02'): Promise<House> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'besvarad-e2e-'));
  const options = { dataDirectory, port: 0, clock, configFile: join(root, 'config/organisation.json') };
  const [product, browser] = await Promise.all([
    startBesvarad(options, { environment: process.env, journal: silentJournal }),
    startBrowser(),
  ]);
  const troubles: string[] = [];
  const newPage = async (given: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'sv-SE', baseURL: product.siteUrl, ...given });
    await watch(context, troubles);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  return {
    product,
    browser,
    troubles,
    visitor: newPage,
    signIn: async (subject, given) => {
      const page = await newPage(given);
      await signInAs(page, subject);
      return page;
    },
    moveClock: async (today) => {
      product.clock.moveTo(today);
      await product.tick();
      await product.stepFunctions.idle();
    },
    settle: () => product.stepFunctions.idle(),
    close: async () => {
      await browser.close();
      await product.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};

/** By the pages, as a person would. */
export const signInAs = async (page: Page, subject: string): Promise<void> => {
  await page.goto('/kontor');
  await page.locator(`button[value="${subject}"]`).click();
  await page.waitForURL('**/kontor**');
};

/** An answer of 4xx is no fault of a page: the console says so all the same. */
const isAboutStatus = (text: string) => /Failed to load resource.*status of 4\d\d/.test(text);

const watch = async (context: BrowserContext, troubles: string[]): Promise<void> => {
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAboutStatus(message.text()))
      troubles.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`script: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
  });
  await context.route('**/*', (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (protocol === 'data:' || hostname === '127.0.0.1') return route.continue();
    troubles.push(`left the machine: ${route.request().url()}`);
    return route.abort();
  });
};
