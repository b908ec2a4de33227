import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import type { SpacexLaunch } from '../../../local/recorded-sources/index.ts';
import { expandLaunch } from '../../../local/recorded-sources/index.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import {
  call,
  startIngestionFixture,
  storedLaunches,
  storedState,
} from '../../helpers/ingestion.ts';

const NOW = '2022-11-01T00:00:00.000Z';
const SCHEDULE = { schedule: true, source: 'spacex' };

let fixture: IngestionFixture;
let recorded: SpacexLaunch[];
beforeAll(async () => {
  fixture = await startIngestionFixture();
  recorded = structuredClone(fixture.spacex.launches);
});
beforeEach(() => fixture.spacex.setLaunches(structuredClone(recorded)));
afterAll(() => fixture.stop());

type Fresh = Awaited<ReturnType<IngestionFixture['fresh']>>;

const filled = async (): Promise<Fresh> => {
  const fresh = await fixture.fresh({ now: NOW });
  await call(fresh.ingestion, { backfill: true, source: 'spacex' });
  return fresh;
};

const change = (name: string, fields: Partial<SpacexLaunch>): void => {
  const launches = fixture.spacex.launches.map((launch) =>
    launch.name === name ? { ...launch, ...fields } : launch,
  );
  fixture.spacex.setLaunches(launches);
};

const named = async ({ table }: Fresh, name: string): Promise<Launch[]> =>
  (await storedLaunches(table)).filter(({ mission_name }) => mission_name === name);

describe('a launch that slips', () => {
  it.each([
    ['within its year', ['2022-12-20T10:00:00.000Z']],
    ['to the next year', ['2023-02-01T10:00:00.000Z']],
    ['to the next year and further', ['2023-02-01T10:00:00.000Z', '2024-03-01T00:00:00.000Z']],
    ['forth and back', ['2023-02-01T10:00:00.000Z', '2022-12-05T00:00:00.000Z']],
    ['by a millisecond', ['2022-12-05T00:00:00.001Z']],
  ])('%s is one launch, with its earlier dates', async (_name, dates) => {
    const fresh = await filled();
    for (const date_utc of dates) {
      change('SWOT', { date_utc });
      const { body } = await call(fresh.ingestion, SCHEDULE);
      expect(body).toMatchObject({ moved_items: 1, inserted_items: 0, updated_items: 0 });
    }
    const found = await named(fresh, 'SWOT');
    expect(found.map(({ launch_date }) => launch_date)).toEqual(dates.slice(-1));
    expect(found[0]?.previous_dates.map(({ launch_date }) => launch_date)).toEqual([
      '2022-12-05T00:00:00.000Z',
      ...dates.slice(0, -1),
    ]);
    expect(await storedLaunches(fresh.table)).toHaveLength(205);
    expect(await storedState(fresh.table, 'spacex')).toMatchObject({
      pending_moves: [],
      lease: null,
    });
  });

  it('keeps the last 20 of its earlier dates', async () => {
    const fresh = await filled();
    for (let day = 1; day <= 23; day += 1) {
      change('SWOT', { date_utc: `2023-01-${String(day).padStart(2, '0')}T00:00:00.000Z` });
      await call(fresh.ingestion, SCHEDULE);
    }
    const [swot] = await named(fresh, 'SWOT');
    expect(swot?.previous_dates).toHaveLength(20);
    expect(swot?.previous_dates.at(-1)?.launch_date).toBe('2023-01-22T00:00:00.000Z');
  });

  it('marks both its years as changed, and no other', async () => {
    const fresh = await filled();
    change('SWOT', { date_utc: '2023-02-01T10:00:00.000Z' });
    await call(fresh.ingestion, SCHEDULE);
    const state = await storedState(fresh.table, 'spacex');
    const latest = Object.entries(state?.changed_years ?? {}).filter(
      ([, revision]) => revision === 2,
    );
    expect(latest.map(([year]) => year)).toEqual(['2022', '2023']);
    expect(state?.years.at(-1)).toBe('2023');
  });
});

describe('the next scheduled run', () => {
  it('stores a launch announced for next year', async () => {
    const fresh = await filled();
    const model = recorded.at(-1) as SpacexLaunch;
    const announced = {
      ...model,
      id: 'announced',
      name: 'Announced',
      date_utc: '2023-11-01T00:00:00.000Z',
    };
    fixture.spacex.setLaunches([...fixture.spacex.launches, announced]);
    const { body } = await call(fresh.ingestion, SCHEDULE);
    expect(body['inserted_items']).toBe(1);
    expect(await named(fresh, 'Announced')).toMatchObject([{ launch_status: 'upcoming' }]);
  });

  it('learns an outcome that arrives a week late', async () => {
    const fresh = await filled();
    change('Hotbird 13F', { upcoming: false, success: true });
    const { body } = await call(fresh.ingestion, SCHEDULE);
    expect(body['updated_items']).toBe(1);
    expect(await named(fresh, 'Hotbird 13F')).toMatchObject([
      { launch_status: 'success', previous_dates: [] },
    ]);
  });

  it('learns the outcome of a launch that was still upcoming months after its date', async () => {
    const fresh = await fixture.fresh({ now: '2023-06-01T00:00:00.000Z' });
    await call(fresh.ingestion, { backfill: true, source: 'spacex' });
    change('Hotbird 13F', { upcoming: false, success: true });
    const { body } = await call(fresh.ingestion, SCHEDULE);
    expect(body['updated_items']).toBe(1);
    expect(await named(fresh, 'Hotbird 13F')).toMatchObject([
      { launch_status: 'success', missing_since: null },
    ]);
  });

  it('does the same for Launch Library', async () => {
    const { launchLibrary } = fixture;
    const all = [...launchLibrary.launches];
    const fresh = await fixture.fresh({ now: '2026-05-20T00:00:00.000Z' });
    await call(fresh.ingestion, { backfill: true, source: 'launch-library' });
    const announced = expandLaunch({
      id: '3b0a5d2e-0000-4000-8000-000000000001',
      name: 'Falcon 9 Block 5 | Announced',
      net: '2027-05-18T04:12:00Z',
      status: 'TBD',
      orbital_launch_attempt_count: null,
      rocket: 'Falcon 9',
      mission_type: null,
      orbit: null,
      pad: 'Space Launch Complex 40',
    });
    launchLibrary.setLaunches([...all, announced]);
    const { body } = await call(fresh.ingestion, { schedule: true, source: 'launch-library' });
    launchLibrary.setLaunches(all);
    expect(body).toMatchObject({ complete: true, inserted_items: 1 });
    expect(await named(fresh, 'Announced')).toMatchObject([
      { launch_status: 'upcoming', launch_date: '2027-05-18T04:12:00.000Z' },
    ]);
  });
});

describe('the first run after a pause of months', () => {
  it('learns what flew meanwhile, also what was not announced before it', async () => {
    const { tableName, ingestion, table } = await fixture.fresh({
      now: '2022-01-01T00:00:00.000Z',
    });
    const flownLater = (launch: SpacexLaunch) => launch.date_utc > '2022-01-01';
    const before = recorded
      .filter((launch) => launch.date_utc < '2022-03-01')
      .map((launch) =>
        flownLater(launch) ? { ...launch, upcoming: true, success: null } : launch,
      );
    fixture.spacex.setLaunches(before);
    await call(ingestion, { backfill: true, source: 'spacex' });
    fixture.spacex.setLaunches(recorded);
    const later = await fixture.fresh({ tableName, now: '2022-11-01T00:00:00.000Z' });
    const { body } = await call(later.ingestion, SCHEDULE);
    expect(body['complete']).toBe(true);
    const stored = await storedLaunches(table);
    const statuses = stored.map(({ id, launch_status }) => [id, launch_status]);
    const whole = await filled();
    const expected = await storedLaunches(whole.table);
    expect(statuses).toEqual(expected.map(({ id, launch_status }) => [id, launch_status]));
    expect(stored.filter(({ missing_since }) => missing_since !== null)).toEqual([]);
  });
});

describe('when a source counts as read', () => {
  it('is not what a look at one month says', async () => {
    const fresh = await filled();
    const before = await storedState(fresh.table, 'spacex');
    await call(fresh.ingestion, { from: '2017-06-01', to: '2017-06-30', source: 'spacex' });
    expect((await storedState(fresh.table, 'spacex'))?.last_success_at).toBe(
      before?.last_success_at,
    );
    await call(fresh.ingestion, SCHEDULE);
    const after = await storedState(fresh.table, 'spacex');
    expect((after?.last_success_at ?? '') > (before?.last_success_at ?? '')).toBe(true);
  });
});

describe('an upcoming launch its source no longer lists', () => {
  it('keeps its record, is marked, and is not marked any more when it is back', async () => {
    const fresh = await filled();
    fixture.spacex.setLaunches(recorded.filter(({ name }) => name !== 'SWOT'));
    await call(fresh.ingestion, SCHEDULE);
    const [gone] = await named(fresh, 'SWOT');
    expect(gone).toMatchObject({ launch_status: 'upcoming' });
    expect(gone?.missing_since).toMatch(/^2022-11-01T/);
    await call(fresh.ingestion, SCHEDULE);
    expect((await named(fresh, 'SWOT'))[0]?.missing_since).toBe(gone?.missing_since);
    fixture.spacex.setLaunches(recorded);
    await call(fresh.ingestion, SCHEDULE);
    expect(await named(fresh, 'SWOT')).toMatchObject([{ missing_since: null }]);
  });

  it('is not one that was read but broken', async () => {
    const fresh = await filled();
    change('SWOT', { cores: 'none' as unknown as SpacexLaunch['cores'] });
    const { body } = await call(fresh.ingestion, SCHEDULE);
    expect(body['rejected_items']).toBe(1);
    expect(await named(fresh, 'SWOT')).toMatchObject([{ missing_since: null }]);
  });

  it('is not one outside the window that was read, nor one that has flown', async () => {
    const fresh = await filled();
    fixture.spacex.setLaunches(recorded.filter(({ name }) => name !== 'SWOT' && name !== 'Crew-5'));
    await call(fresh.ingestion, { from: '2022-10-01', to: '2022-12-04', source: 'spacex' });
    expect(await named(fresh, 'SWOT')).toMatchObject([{ missing_since: null }]);
    expect(await named(fresh, 'Crew-5')).toMatchObject([{ missing_since: null }]);
  });
});
