import type { Page } from 'playwright-core';
import type { TestBrowser } from '../../helpers/browser/browser.ts';

/** One load of a page by a browser that holds nothing of it. */
export interface FirstLoad {
  /** Of the document as it went over the wire, headers included. */
  htmlBytes: number;
  /** Of the document and all it needs until the charts in view are drawn. */
  allBytes: number;
  /** Requests for anything but the document, scripts, styles and the icon: none, so that no chart waits. */
  requestsBeforeCharts: number;
  /** Milliseconds from the start of the navigation. */
  largestContentfulPaint: number;
  /** What each task took beyond 50 ms, added up, in milliseconds. */
  totalBlockingTime: number;
}

interface Transfer {
  type: string;
  bytes: number;
}

/** A task beyond this keeps a reader waiting, in milliseconds. */
const UNNOTICED_TASK = 50;
const SHELL_TYPES = ['Document', 'Script', 'Stylesheet', 'Other'];

/** Runs in the page before its own scripts. */
const OBSERVE = `window.__paints = []; window.__tasks = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__paints.push(entry.startTime); })
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__tasks.push(entry.duration); })
  .observe({ type: 'longtask', buffered: true });`;

const recordTransfers = async (page: Page): Promise<Transfer[]> => {
  const session = await page.context().newCDPSession(page);
  const types = new Map<string, string>();
  const transfers: Transfer[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    if (!request.url.startsWith('data:')) types.set(requestId, type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
    const type = types.get(requestId);
    if (type !== undefined) transfers.push({ type, bytes });
  });
  await session.send('Network.enable');
  return transfers;
};

const sumBytes = (transfers: readonly Transfer[]): number =>
  transfers.reduce((sum, { bytes }) => sum + bytes, 0);

/** Waits until the charts in view are drawn and nothing ran for two seconds more. */
const settle = async (page: Page): Promise<void> => {
  await page.locator('[data-chart=months][data-drawn=true]').waitFor();
  await page.waitForTimeout(2000);
};

/** @param url of the site; its overview is loaded in a profile of its own */
export const measureFirstLoad = async (
  browser: TestBrowser,
  url: string,
  viewport: { width: number; height: number },
): Promise<FirstLoad> => {
  const { page, close } = await browser.openPage(url, { viewport });
  const transfers = await recordTransfers(page);
  await page.addInitScript(OBSERVE);
  await page.goto('/');
  await settle(page);
  const seen = (await page.evaluate('({ paints: __paints, tasks: __tasks })')) as {
    paints: number[];
    tasks: number[];
  };
  await close();
  return {
    htmlBytes: sumBytes(transfers.filter(({ type }) => type === 'Document')),
    allBytes: sumBytes(transfers),
    requestsBeforeCharts: transfers.filter(({ type }) => !SHELL_TYPES.includes(type)).length,
    largestContentfulPaint: Math.round(seen.paints.at(-1) ?? Number.NaN),
    totalBlockingTime: Math.round(
      seen.tasks.reduce((sum, task) => sum + Math.max(0, task - UNNOTICED_TASK), 0),
    ),
  };
};
