import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const system = '/usr/bin/chromium';

/** Nothing is fetched that the page did not ask for: this machine has no way out. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** The browser: the one named, the system's, or the one that `npm ci` has brought. */
const findBrowser = async (): Promise<string> => {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') return named;
  return existsSync(system) ? system : packed.executablePath();
};

/** Starts a browser without a window. */
export const startBrowser = async (): Promise<Browser> => {
  const executablePath = await findBrowser();
  try {
    return await chromium.launch({ executablePath, args: quiet, headless: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    throw new Error(
      `Chromium could not be started (${reason}). Install Debian's package chromium, or set CHROME_PATH.`,
    );
  }
};
