import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { SignInSite } from '../helpers/sign-in-site.ts';
import { startSignInSite } from '../helpers/sign-in-site.ts';
import { drawAll, overflow } from './reading.ts';

let browser: TestBrowser;
let site: SignInSite;
let opened: TestPage;
let page: Page;

const signIn = async (person: 'viewer' | 'operator'): Promise<void> => {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.waitForURL(`${site.issuer}/**`);
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL(`${site.url}/**`);
};

const openMenu = (): Promise<void> => page.locator('.account summary').click();

/** What went wrong on the pages of the dashboard; the issuer is another site, on purpose. */
const complaints = (): string[] =>
  opened.complaints.filter((complaint) => !complaint.startsWith(`request: ${site.issuer}`));

const open = async (options = {}): Promise<void> => {
  opened = await browser.openPage(site.url, options);
  ({ page } = opened);
};

describeInBrowser('signing in with a browser', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSignInSite(), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });
  beforeEach(() => open());
  afterEach(() => opened.close());

  it('comes back to the page it began on, with a cookie that scripts cannot read', async () => {
    await page.goto('/launches?source=spacex');
    await signIn('viewer');
    expect(new URL(page.url()).pathname).toBe('/launches');
    expect(await page.locator('.account summary').textContent()).toContain('Vera Viewer');
    const cookies = await page.context().cookies(site.url);
    expect(cookies.filter(({ name }) => name === 'session')).toMatchObject([
      { httpOnly: true, sameSite: 'Lax', secure: false, path: '/' },
    ]);
    expect(cookies.map(({ name }) => name)).not.toContain('sign-in');
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(complaints()).toEqual([]);
  });

  it('gives a viewer no operations', async () => {
    await page.goto('/');
    await signIn('viewer');
    await openMenu();
    expect(await page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
    expect((await page.goto('/operations'))?.status()).toBe(403);
    expect(await page.locator('h1').textContent()).toBe('Not allowed');
  });

  it('ends here and at the issuer', async () => {
    await page.goto('/');
    await signIn('viewer');
    await openMenu();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${site.issuer}/session/end**`);
    await page.getByRole('button', { name: 'Sign out here too' }).click();
    await page.waitForURL(`${site.url}/`);
    expect(await page.getByRole('link', { name: 'Sign in' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Sign in' }).click();
    expect(await page.locator('h1').textContent()).toBe('Who are you?');
    expect(complaints()).toEqual([]);
  });

  it('lets an operator start ingestion and see what came of it', async () => {
    await page.goto('/');
    await signIn('operator');
    await openMenu();
    await page.getByRole('link', { name: 'Operations' }).click();
    await page.getByLabel('Source').selectOption('spacex');
    await page.getByLabel('These days').check();
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('2017-06-01');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('2017-06-30');
    await page.getByRole('button', { name: 'Ingest now' }).click();
    await page.locator('.banner[role=status]').waitFor();
    expect(await page.locator('.banner[role=status]').textContent()).toMatch(
      /r\/SpaceX: everything asked for was read\. New: 0 .*Unchanged: 3/,
    );
    const [first] = await page.locator('#runs-spacex ~ .runs tbody tr').allTextContents();
    expect(first).toMatch(/Request1.Jun.2017.*30.Jun.2017.*Complete0030/);
    expect(complaints()).toEqual([]);
  });

  it('says which day is wrong, and keeps what was filled in', async () => {
    await page.goto('/operations');
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'operator' }).click();
    await page.waitForURL(`${site.url}/operations`);
    await page.getByLabel('These days').check();
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('2017-07-01');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('2017-06-30');
    await page.getByRole('button', { name: 'Ingest now' }).click();
    await page.locator('.banner[role=status]').waitFor();
    expect(await page.locator('.banner[role=status]').textContent()).toContain('Not started');
    expect(await page.getByRole('textbox', { name: 'To', exact: true }).inputValue()).toBe(
      '2017-06-30',
    );
  });
});

describeInBrowser('the look of an account', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSignInSite(), startBrowser()]);
    const body = JSON.stringify({ source: 'spacex', from: '2017-07-01', to: '2017-06-01' });
    await site.ingest({ version: '2.0', requestContext: {}, body });
    await site.ingest({ source: 'launch-library', from: '2026-01-01', report_failure: true });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });
  afterEach(() => opened.close());

  it('leaves room in the header of every width, in the longer language', async () => {
    await open({ locale: 'es-ES', viewport: { width: 360, height: 800 } });
    await page.goto('/');
    for (const width of [360, 390, 700, 701, 900, 901, 1100, 1320]) {
      await page.setViewportSize({ width, height: 800 });
      await drawAll(page);
      expect([width, await overflow(page)]).toEqual([width, 0]);
      const row = await page.locator('.site-header-row').boundingBox();
      expect(row?.height).toBeLessThan(width > 900 ? 60 : 100);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    await opened.screenshot('sign-in-es-360', { fullPage: false });
    await page.setViewportSize({ width: 1000, height: 800 });
    await opened.screenshot('sign-in-es-1000', { fullPage: false });
  });

  it.each([
    ['operations-1440', { viewport: { width: 1440, height: 900 } }],
    ['operations-390', { viewport: { width: 390, height: 844 } }],
    ['operations-dark', { viewport: { width: 1024, height: 800 }, colorScheme: 'dark' }],
    ['operations-es', { viewport: { width: 360, height: 800 }, locale: 'es-ES' }],
  ])('%s fits its window and breaks no rule', async (name, options) => {
    await open(options);
    await page.goto('/sign-in?return_to=/operations');
    await page.getByRole('button', { name: 'operator' }).click();
    await page.waitForURL(`${site.url}/operations`);
    await page.locator('[value=window]').check();
    expect(await overflow(page)).toBe(0);
    await opened.screenshot(name);
    await openMenu();
    expect(await overflow(page)).toBe(0);
    await opened.screenshot(`${name}-menu`, { fullPage: false });
    expect(complaints()).toEqual([]);
  });
});

describeInBrowser('where reading needs a sign-in', () => {
  beforeAll(async () => {
    const closed = startSignInSite({ AUTH_READING: 'sign-in' });
    [site, browser] = await Promise.all([closed, startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });
  beforeEach(() => open());
  afterEach(() => opened.close());

  it('a page leads to it and back, and forms of a session that is over say so', async () => {
    await page.goto('/launches?source=spacex');
    expect(page.url()).toContain(site.issuer);
    await page.getByRole('button', { name: 'viewer' }).click();
    await page.waitForURL(`${site.url}/launches?source=spacex`);
    await page.context().clearCookies();
    await page.locator('[name=q]').fill('Crew');
    await page.locator('[name=q]').press('Enter');
    await page.getByRole('heading', { name: 'Sign in to see this page' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'viewer' }).click();
    await page.waitForURL(/\/launches\?.*q=Crew/);
    expect(complaints().filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});
