import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Chromium } from './chromium.ts';
import { watch } from './complaints.ts';
import { CHROMIUM_VARIABLE } from './setup.ts';

const SCREENSHOTS = resolve(import.meta.dirname, '../../browser/screenshots');
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
];

/** A page under test. */
export interface TestPage {
  page: Page;
  /**
   * What went wrong in the page so far, in order: errors on the console or thrown, violations of its content
   * security policy, and requests to anywhere but its own site.
   */
  complaints: readonly string[];
  /** Saves `test/browser/screenshots/<name>.png`, the whole page by default. */
  screenshot: (name: string, options?: { fullPage?: boolean }) => Promise<void>;
  close: () => Promise<void>;
}

export interface TestBrowser {
  /** Opens a page with a profile of its own; relative addresses are within `site`. */
  openPage: (site: string, options?: BrowserContextOptions) => Promise<TestPage>;
  close: () => Promise<void>;
}

/** The browser that the setup unpacked; undefined where none can run. */
export const preparedChromium = (): Chromium | undefined => {
  const prepared = process.env[CHROMIUM_VARIABLE];
  return prepared === undefined ? undefined : (JSON.parse(prepared) as Chromium);
};

const openPage = async (
  browser: Browser,
  site: string,
  options: BrowserContextOptions = {},
): Promise<TestPage> => {
  const context = await browser.newContext({ baseURL: site, locale: 'en-US', ...options });
  const complaints = await watch(context, new URL(site).origin);
  const page = await context.newPage();
  return {
    page,
    complaints,
    screenshot: async (name, { fullPage = true } = {}) => {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage });
    },
    close: () => context.close(),
  };
};

/** Starts the browser; one a test file is enough, its pages share nothing. */
export const startBrowser = async (): Promise<TestBrowser> => {
  const prepared = preparedChromium();
  if (prepared === undefined) throw new Error('No browser: use describeInBrowser');
  const { executablePath, env } = prepared;
  const browser = await chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  return {
    openPage: (site, options) => openPage(browser, site, options),
    close: () => browser.close(),
  };
};
