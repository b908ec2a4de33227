import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import {
  call,
  startIngestionFixture,
  storedLaunches,
  storedState,
} from '../../helpers/ingestion.ts';

let fixture: IngestionFixture;
beforeAll(async () => {
  fixture = await startIngestionFixture();
});
afterAll(() => fixture.stop());

const inserted = async (fields: object): Promise<unknown> => {
  const { ingestion } = await fixture.fresh();
  return (await call(ingestion, fields)).body['inserted_items'];
};

/** BulgariaSat-1 flew on 2017-06-23 at 19:10, alone that day. */
describe('a window is inclusive at both ends, to the millisecond, in UTC', () => {
  it.each([
    ['ends at the launch', '2017-06-23T00:00:00.000Z', '2017-06-23T19:10:00.000Z', 1],
    ['ends a millisecond before', '2017-06-23T00:00:00.000Z', '2017-06-23T19:09:59.999Z', 0],
    ['starts at the launch', '2017-06-23T19:10:00.000Z', '2017-06-23T23:00:00.000Z', 1],
    ['starts a millisecond after', '2017-06-23T19:10:00.001Z', '2017-06-23T23:00:00.000Z', 0],
    ['is the launch', '2017-06-23T19:10:00Z', '2017-06-23T19:10:00Z', 1],
    ['is of another zone', '2017-06-23T21:10:00+02:00', '2017-06-23T14:10:00-05:00', 1],
    ['is its day', '2017-06-23', '2017-06-23', 1],
    ['is June', '2017-06-01', '2017-06-30', 3],
  ])('%s', async (_name, from, to, count) => {
    expect(await inserted({ from, to, source: 'spacex' })).toBe(count);
    expect(await inserted({ from, to, source: 'launch-library' })).toBe(count);
  });

  it('and so is one given by its end and length', async () => {
    const end = { utc_date: '2017-06-23T20:10:00Z', source: 'spacex' };
    expect(await inserted({ ...end, offset_seconds: 3600 })).toBe(1);
    expect(await inserted({ ...end, offset_seconds: 3599 })).toBe(0);
    expect(await inserted(end)).toBe(1);
  });
});

describe('a run that runs out of time', () => {
  it('says where to go on, and the next scheduled run does', async () => {
    const { ingestion, table } = await fixture.fresh({ now: '2026-05-20T00:00:00.000Z' });
    fixture.launchLibrary.setFaults([{ times: 4 }, { delay_ms: 1500, times: 1 }]);
    const { body } = await call(ingestion, { backfill: true }, 11_200);
    fixture.launchLibrary.setFaults([]);
    expect(body).toMatchObject({ complete: false });
    const next = body['next_from'] as string;
    const stored = await storedLaunches(table);
    expect(stored.length).toBeGreaterThanOrEqual(100);
    expect(stored.length).toBeLessThan(674);
    expect(
      stored
        .map(({ launch_date }) => launch_date)
        .sort()
        .at(-1),
    ).toBe(next);
    expect(await storedState(table, 'launch-library')).toMatchObject({
      next_from: next,
      last_success_at: null,
      lease: null,
    });
    const again = await call(ingestion, { schedule: true, source: 'launch-library' });
    expect(again.body).toMatchObject({ complete: true });
    expect(await storedLaunches(table)).toHaveLength(674);
    expect(await storedState(table, 'launch-library')).toMatchObject({ next_from: null });
  });

  it('makes at most 10 calls to a source, and goes on later', async () => {
    const all = [...fixture.launchLibrary.launches];
    const copies = [0, 1].flatMap((copy) =>
      all.map((launch) => ({ ...launch, id: `${copy}-${launch.id}` })),
    );
    fixture.launchLibrary.setLaunches(copies);
    const calls = fixture.launchLibrary.requests.length;
    const { ingestion, table } = await fixture.fresh({ now: '2026-05-20T00:00:00.000Z' });
    const first = await call(ingestion, { backfill: true });
    expect(fixture.launchLibrary.requests).toHaveLength(calls + 10);
    expect(first.body).toMatchObject({ complete: false, inserted_items: 1000 });
    const second = await call(ingestion, { schedule: true, source: 'launch-library' });
    fixture.launchLibrary.setLaunches(all);
    expect(second.body).toMatchObject({ complete: true });
    expect(await storedLaunches(table)).toHaveLength(1348);
  });

  it('says so when there is no time at all', async () => {
    const { ingestion } = await fixture.fresh();
    const { statusCode, body } = await call(ingestion, { backfill: true }, 9_000);
    expect([statusCode, body['complete'], body['next_from']]).toEqual([
      200,
      false,
      '1950-01-01T00:00:00.000Z',
    ]);
  });
});
