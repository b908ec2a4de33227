/** A file of more launches than an answer could hold. */
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure } from '../measuring/figures.ts';
import { memoryOf } from '../measuring/process-usage.ts';
import { growth, sampling } from '../measuring/samples.ts';
import type { FilledTables } from '../tables/filled-tables.ts';
import type { PlannedTable } from '../tables/planned-table.ts';
import { sizeOf } from '../tables/planned-table.ts';
import type { Bench } from './bench.ts';
import { HUNDRED_THOUSAND, MILLION } from './generated.ts';
import { SUMMARY } from './requests.ts';
import { untilWhole } from './sized.ts';

const PATH = '/api/v1/launches.csv';
const SAMPLE_SECONDS = 0.25;
const MOST_FIRST_BYTE_MS = 200;
/** A page of a Query is 1 MB; what the heap keeps until it is collected is some tens of it. */
const MOST_GROWTH_MB = 50;

const open = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, resolve).once('error', reject);
  });

/** Reads a file as fast as it comes. @returns milliseconds to its first byte, and its lines */
const download = async (url: string): Promise<{ firstByte: number; lines: number }> => {
  const before = performance.now();
  const response = await open(url);
  let firstByte = NaN;
  let lines = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (lines === 0) firstByte = performance.now() - before;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return { firstByte, lines };
};

const follow = async (origin: string, pid: number, table: PlannedTable) => {
  const memory = sampling(async () => (await memoryOf(pid)).now, SAMPLE_SECONDS);
  const before = performance.now();
  const file = await download(`${origin}${PATH}`).finally(() => memory.end());
  const seconds = (performance.now() - before) / 1000;
  const launches = sizeOf(table.plans[0]!);
  if (file.lines !== launches + 1) throw new Error(`${file.lines} lines of ${launches} launches`);
  return { ...file, seconds, launches, memory: memory.samples };
};

export const measureExport = async (bench: Bench, tables: FilledTables): Promise<Figure[]> => {
  const table = bench.isLarge ? MILLION : HUNDRED_THOUSAND;
  const { origin, process, stop } = await startMeasured(bench.built, {
    DYNAMODB_TABLE: table.name,
    AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint,
  });
  try {
    // A process that has just started reads all there is, as fast as the table gives it.
    await untilWhole(`${origin}${SUMMARY}`);
    // The first answer of a process compiles what it needs.
    await download(`${origin}${PATH}?from=2006-01-01&to=2006-01-31`);
    const { launches, firstByte, seconds, memory } = await follow(origin, process.pid!, table);
    const name = `CSV of ${launches.toLocaleString('en')} launches`;
    const most = Math.max(...memory.map(({ value }) => value));
    return [
      {
        what: `${name}: first byte`,
        value: firstByte,
        unit: 'ms',
        goal: { most: MOST_FIRST_BYTE_MS },
      },
      {
        what: `${name}: growth of memory`,
        value: growth(memory),
        unit: 'MB',
        goal: { most: MOST_GROWTH_MB },
      },
      { what: `${name}: most memory`, value: most, unit: 'MB', goal: null },
      { what: `${name}: whole`, value: seconds, unit: 's', goal: null },
    ];
  } finally {
    await stop();
  }
};
