import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import { countByStatus } from '../../../domain/launches/statistics/counts.ts';
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

const RECORDED: [LaunchSource, object][] = [
  ['spacex', { success: 181, failed: 5, unknown: 1, upcoming: 18, partial_failure: 0, total: 205 }],
  [
    'launch-library',
    { success: 660, failed: 11, unknown: 0, upcoming: 0, partial_failure: 3, total: 674 },
  ],
];

describe.each(RECORDED)('a first fill from %s', (source, counts) => {
  it('stores every launch, and a second fill writes nothing', async () => {
    const { ingestion, table } = await fixture.fresh();
    const first = await call(ingestion, { backfill: true, source });
    const launches = await storedLaunches(table);
    expect(countByStatus(launches)).toEqual(counts);
    expect(first).toMatchObject({
      statusCode: 200,
      body: { source, complete: true, inserted_items: launches.length, rejected_items: 0 },
    });
    const second = await call(ingestion, { backfill: true, source });
    expect(second.body).toMatchObject({
      inserted_items: 0,
      updated_items: 0,
      moved_items: 0,
      unchanged_items: launches.length,
    });
    expect(await storedLaunches(table)).toEqual(launches);
  });

  it('says what it holds in the state item', async () => {
    const { ingestion, table } = await fixture.fresh();
    const { body } = await call(ingestion, { backfill: true, source });
    const state = await storedState(table, source);
    expect(state).toMatchObject({
      lease: null,
      pending_moves: [],
      next_from: null,
      revision: 1,
      last_success_at: body['start_time'],
      runs: [{ trigger: 'direct', complete: true, error: null, from: null, to: null }],
    });
    expect(state?.years[0]).toBe('2006');
    expect(state?.years.at(-1)).toBe(source === 'spacex' ? '2022' : '2026');
    expect(Object.keys(state?.changed_years ?? {})).toEqual(state?.years);
    await call(ingestion, { backfill: true, source });
    const later = await storedState(table, source);
    expect(later).toMatchObject({ revision: 1, changed_years: state?.changed_years });
    expect(later?.runs).toHaveLength(2);
  });
});

describe('both sources in one table', () => {
  it('keep to themselves, from the first launch to the last', async () => {
    const { ingestion, table } = await fixture.fresh();
    await call(ingestion, { backfill: true, source: 'spacex' });
    await call(ingestion, { backfill: true });
    const launches = await storedLaunches(table);
    expect(launches).toHaveLength(205 + 674);
    const days = launches
      .filter(({ source }) => source === 'launch-library')
      .map(({ launch_date }) => launch_date.slice(0, 10))
      .sort();
    expect([days[0], days.at(-1)]).toEqual(['2006-03-24', '2026-05-15']);
  });

  it('can be empty: a source with no launch at all is read, and is not an error', async () => {
    const { ingestion, table } = await fixture.fresh();
    const all = fixture.spacex.launches;
    fixture.spacex.setLaunches([]);
    const { statusCode, body } = await call(ingestion, { backfill: true, source: 'spacex' });
    fixture.spacex.setLaunches(all);
    expect([statusCode, body['complete'], body['inserted_items']]).toEqual([200, true, 0]);
    expect(await storedState(table, 'spacex')).toMatchObject({ years: [], revision: 0 });
  });
});
