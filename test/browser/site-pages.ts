import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };

/** Opens a page of the site under test; it is closed after the test. */
export type OpenPage = (path: string, options?: object) => Promise<TestPage>;

/** One site and one browser for the tests of a block; to be called where the block begins. */
export const useSite = (): OpenPage => {
  let site: TestSite;
  let browser: TestBrowser;
  let open: TestPage[] = [];
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.map((opened) => opened.close()));
    open = [];
  });
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });
  return async (path, options = WIDE) => {
    const opened = await browser.openPage(site.url, options);
    open.push(opened);
    await opened.page.goto(path);
    return opened;
  };
};
