/**
 * Measures the first load of the overview with the whole recorded history, in headless Chromium on this
 * machine: `npm run measure:first-load`. Exits with 1 when a figure misses its limit.
 */
import { startBrowser } from '../helpers/browser/browser.ts';
import setUpBrowser from '../helpers/browser/setup.ts';
import { skipReason } from '../helpers/browser/chromium.ts';
import { startLocalSystem, temporaryFolder } from '../helpers/local-system.ts';
import type { FirstLoad } from './first-load/page-load.ts';
import { measureFirstLoad } from './first-load/page-load.ts';
import { printTable, say } from './measuring/report.ts';

const ROUNDS = 5;
const VIEWPORTS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** The most a median may be; bytes as they went over the wire, times in milliseconds. */
const LIMITS: FirstLoad = {
  htmlBytes: 60_000,
  allBytes: 300_000,
  requestsBeforeCharts: 0,
  largestContentfulPaint: 1000,
  totalBlockingTime: 300,
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const medians = (loads: readonly FirstLoad[]): FirstLoad =>
  Object.fromEntries(
    Object.keys(LIMITS).map((name) => [name, median(loads.map((load) => load[name as never]))]),
  ) as unknown as FirstLoad;

const run = async (): Promise<boolean> => {
  await setUpBrowser();
  const folder = await temporaryFolder();
  const system = await startLocalSystem({ dataDir: folder.path });
  try {
    await system.ready();
    const browser = await startBrowser();
    const rows: Record<string, unknown>[] = [];
    for (const viewport of VIEWPORTS) {
      const loads: FirstLoad[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        loads.push(await measureFirstLoad(browser, system.url, viewport));
      rows.push({ width: viewport.width, ...medians(loads) });
    }
    await browser.close();
    printTable([...rows, { width: 'limit', ...LIMITS }]);
    return rows.every((row) =>
      Object.entries(LIMITS).every(([name, limit]) => Number(row[name]) <= limit),
    );
  } finally {
    system.signalGroup('SIGINT');
    await system.ended();
    await folder.remove();
  }
};

const reason = skipReason();
if (reason === null) process.exitCode = (await run()) ? 0 : 1;
else say(`Nothing was measured: ${reason}`);
