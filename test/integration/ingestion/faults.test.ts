import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Fault } from '../../../local/recorded-sources/index.ts';
import { ingest } from '../../../functions/ingest-launches/ingest.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import {
  call,
  contextOf,
  startIngestionFixture,
  storedLaunches,
  storedState,
} from '../../helpers/ingestion.ts';

let fixture: IngestionFixture;
beforeAll(async () => {
  fixture = await startIngestionFixture();
});
afterAll(() => fixture.stop());

const serverOf = (source: LaunchSource) =>
  source === 'spacex' ? fixture.spacex : fixture.launchLibrary;
const fault = (source: LaunchSource, ...faults: Fault[]) => serverOf(source).setFaults(faults);
afterEach(() => {
  fault('spacex');
  fault('launch-library');
});

const http = (fields: object) => ({
  version: '2.0',
  requestContext: { http: {} },
  body: JSON.stringify(fields),
});
/** Longer than a source is waited for, and how long that is where it is slow. */
const SLOW_MS = 3000;
const patienceWith = ({ delay_ms }: Fault) =>
  delay_ms === undefined ? {} : { sourceTimeout: SLOW_MS / 2 };
const TOTAL = { spacex: 205, 'launch-library': 674 };

describe.each<LaunchSource>(['spacex', 'launch-library'])('%s', (source) => {
  it.each<[string, Fault]>([
    ['answers 500', { status: 500, times: 1 }],
    ['answers 503 twice', { status: 503, times: 2 }],
    ['asks to wait a second', { status: 429, retry_after: 1, times: 1 }],
    ['is cut off', { cut_off: 'json', times: 1 }],
    ['loses the connection', { cut_off: 'connection', times: 1 }],
    ['is not JSON', { not_json: true, times: 1 }],
    ['is slow once', { delay_ms: SLOW_MS, times: 1 }],
    ['has an unknown extra field', { unknown_field: true }],
  ])('that %s is asked again, and all is stored', async (_name, what) => {
    fault(source, what);
    const { ingestion, table } = await fixture.fresh(patienceWith(what));
    const { statusCode, body } = await call(ingestion, { backfill: true, source });
    expect([statusCode, body['complete'], body['rejected_items']]).toEqual([200, true, 0]);
    expect(await storedLaunches(table)).toHaveLength(TOTAL[source]);
  });

  it.each<[string, Fault]>([
    ['answers 500', { status: 500 }],
    ['is cut off', { cut_off: 'json' }],
    ['is not JSON', { not_json: true }],
    ['has another envelope', { wrong_envelope: true }],
    ['counts launches that it does not give', { no_documents: true }],
    ['is slow', { delay_ms: SLOW_MS }],
  ])('that always %s is reported, and nothing stored is lost', async (_name, what) => {
    const { ingestion, table } = await fixture.fresh(patienceWith(what));
    await call(ingestion, { backfill: true, source });
    const before = await storedLaunches(table);
    const { last_success_at } = (await storedState(table, source)) ?? {};
    fault(source, what);
    const answer = await call(ingestion, http({ backfill: true, source }));
    expect(answer).toMatchObject({
      statusCode: 502,
      body: { error: expect.stringContaining(source) },
    });
    await expect(ingest(ingestion, { schedule: true, source }, contextOf(60_000))).rejects.toThrow(
      source,
    );
    await expect(ingest(ingestion, { backfill: true, source }, contextOf(60_000))).rejects.toThrow(
      source,
    );
    const reported = { backfill: true, source, report_failure: true };
    expect(await call(ingestion, reported)).toMatchObject({ statusCode: 502 });
    expect(await storedLaunches(table)).toEqual(before);
    const state = await storedState(table, source);
    expect(state).toMatchObject({
      lease: null,
      last_success_at,
      runs: [{ complete: false }, {}, {}, {}, {}],
    });
    expect(state?.runs[0]?.error).toContain(source);
  });

  it('that asks to wait longer than fits is reported with the time, and not thrown', async () => {
    fault(source, { status: 429, retry_after: 3600 });
    const { ingestion } = await fixture.fresh();
    for (const event of [http({ source }), { schedule: true, source }, { source }]) {
      const answer = await call(ingestion, event);
      expect(answer).toMatchObject({
        statusCode: 502,
        headers: { 'retry-after': '3600' },
        body: { retry_after: 3600 },
      });
    }
  });

  it('with one broken document among good ones: the good are stored, the broken one counted with its reason', async () => {
    fault(source, { wrong_types: [1], times: 1 });
    const { ingestion, table } = await fixture.fresh();
    const { body } = await call(ingestion, { backfill: true, source });
    expect(body).toMatchObject({
      complete: true,
      rejected_items: 1,
      inserted_items: TOTAL[source] - 1,
    });
    expect(body['rejected']).toEqual([
      {
        id: expect.anything(),
        reason: expect.stringMatching(/^[a-z_.0-9]+: /),
      },
    ]);
    expect(await storedLaunches(table)).toHaveLength(TOTAL[source] - 1);
    fault(source);
    const mended = await call(ingestion, { backfill: true, source });
    expect(mended.body).toMatchObject({ inserted_items: 1, unchanged_items: TOTAL[source] - 1 });
  });
});

describe('a page that fails in the middle', () => {
  it('keeps what came before it, and the next run goes on there', async () => {
    const { ingestion, table } = await fixture.fresh({ now: '2026-05-20T00:00:00.000Z' });
    fault('launch-library', { times: 3 }, { status: 429, retry_after: 3600 });
    const { body } = await call(ingestion, { backfill: true });
    expect(body).toMatchObject({ retry_after: 3600 });
    const stored = await storedLaunches(table);
    expect(stored).toHaveLength(300);
    const state = await storedState(table, 'launch-library');
    const last = stored
      .map(({ launch_date }) => launch_date)
      .sort()
      .at(-1);
    expect(state).toMatchObject({ next_from: last, lease: null, last_success_at: null });
    expect(state?.revision).toBe(1);
    fault('launch-library');
    const before = fixture.launchLibrary.requests.length;
    await call(ingestion, { schedule: true, source: 'launch-library' });
    expect(fixture.launchLibrary.requests.length - before).toBe(4);
    expect(await storedLaunches(table)).toHaveLength(674);
  });
});

describe('a launch that a page gives twice', () => {
  it('is one launch, as it was last updated', async () => {
    const all = [...fixture.launchLibrary.launches];
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) throw new Error('no recording');
    const newer = { ...first, net: '2020-01-05T00:00:00Z', last_updated: '2026-06-01T00:00:00Z' };
    const older = { ...last, net: '2007-01-05T00:00:00Z', last_updated: '2006-01-01T00:00:00Z' };
    fixture.launchLibrary.setLaunches([...all, newer, older]);
    const { ingestion, table } = await fixture.fresh();
    const { body } = await call(ingestion, { backfill: true });
    fixture.launchLibrary.setLaunches(all);
    expect(body).toMatchObject({ complete: true });
    const stored = await storedLaunches(table);
    expect(stored).toHaveLength(674);
    const dates = Object.fromEntries(stored.map(({ id, launch_date }) => [id, launch_date]));
    expect(dates[first.id]).toBe('2020-01-05T00:00:00.000Z');
    expect(dates[last.id]).toBe('2026-05-15T22:05:41.000Z');
  });
});

describe('the table gone', () => {
  it('is 503 over HTTP, and thrown to a schedule and to a direct caller', async () => {
    const { ingestion } = await fixture.fresh({ tableName: 'no-such-table' });
    expect(await call(ingestion, http({}))).toMatchObject({
      statusCode: 503,
      body: { error: 'The launches table is not available' },
    });
    await expect(ingest(ingestion, { schedule: true, source: 'spacex' })).rejects.toThrow(/table/);
    await expect(ingest(ingestion, {})).rejects.toThrow(/table/);
    const fill = { backfill: true, report_failure: true };
    await expect(ingest(ingestion, fill)).rejects.toThrow(/table/);
  });
});

describe('a first fill that fails', () => {
  it('is made up for by the next scheduled run', async () => {
    const { ingestion, table } = await fixture.fresh({ now: '2026-05-20T00:00:00.000Z' });
    fault('launch-library', { status: 500 });
    const { statusCode } = await call(ingestion, { backfill: true, report_failure: true });
    expect(statusCode).toBe(502);
    fault('launch-library');
    await call(ingestion, { schedule: true, source: 'launch-library' });
    expect(await storedLaunches(table)).toHaveLength(674);
  });
});
