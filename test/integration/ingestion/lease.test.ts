import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StateStore } from '../../../domain/launches/repository/state-store.ts';
import { emptyState } from '../../../domain/launches/state.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import {
  call,
  startIngestionFixture,
  storedLaunches,
  storedState,
} from '../../helpers/ingestion.ts';

const SOURCE = 'spacex';

let fixture: IngestionFixture;
beforeAll(async () => {
  fixture = await startIngestionFixture();
});
afterAll(() => fixture.stop());

const heldTable = async (expires_at: string) => {
  const fresh = await fixture.fresh();
  await new StateStore(fresh.table).save({
    ...emptyState(SOURCE),
    years: ['2021'],
    lease: { owner: 'another', expires_at },
  });
  return fresh;
};

describe('two runs at once', () => {
  it('of one source end in the same table', async () => {
    const { ingestion, table } = await fixture.fresh();
    const events = [
      { backfill: true, source: SOURCE },
      { from: '2015-01-01', to: '2021-12-31', source: SOURCE },
    ];
    const answers = await Promise.all(events.map((event) => call(ingestion, event)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const ids = (await storedLaunches(table)).map(({ id }) => id);
    expect(ids).toHaveLength(205);
    expect(new Set(ids).size).toBe(205);
    expect(await storedState(table, SOURCE)).toMatchObject({ lease: null, pending_moves: [] });
  });

  it('of two sources do not wait for each other', async () => {
    const { ingestion, table } = await heldTable('2999-01-01T00:00:00.000Z');
    const { statusCode } = await call(ingestion, { source: 'launch-library' }, 11_000);
    expect(statusCode).toBe(200);
    expect(await storedState(table, SOURCE)).toMatchObject({ lease: { owner: 'another' } });
  });
});

describe('a lease that another run holds', () => {
  const far = '2999-01-01T00:00:00.000Z';

  it.each([
    [
      'over HTTP',
      { version: '2.0', requestContext: { http: {} }, body: '{"source":"spacex"}' },
      409,
    ],
    ['to a direct call', { source: SOURCE }, 409],
    ['to a schedule, which ends as skipped', { schedule: true, source: SOURCE }, 200],
  ])('is told %s', async (_name, event, status) => {
    const { ingestion, table } = await heldTable(far);
    const { statusCode, body } = await call(ingestion, event, 12_000);
    expect(statusCode).toBe(status);
    expect(body).toEqual(
      status === 409
        ? { error: 'Another ingestion of spacex is under way' }
        : { source: SOURCE, skipped: true },
    );
    expect(await storedLaunches(table)).toEqual([]);
  });

  it('is waited for', async () => {
    const { ingestion, table } = await heldTable(new Date(Date.now() + 1500).toISOString());
    const { statusCode, body } = await call(ingestion, { backfill: true, source: SOURCE });
    expect([statusCode, body['inserted_items']]).toEqual([200, 205]);
    expect(await storedLaunches(table)).toHaveLength(205);
  });

  it('that ran out is a run that died: every year it knew of counts as changed', async () => {
    const { ingestion, table } = await heldTable('2000-01-01T00:00:00.000Z');
    await call(ingestion, { source: SOURCE });
    const state = await storedState(table, SOURCE);
    expect(state?.changed_years['2021']).toBe(state?.revision);
  });

  it('lasts as long as its run may, and half a minute', async () => {
    const { ingestion, table } = await fixture.fresh();
    fixture.spacex.setFaults([{ delay_ms: 300, times: 1 }]);
    const started = Date.now();
    const run = call(ingestion, { backfill: true, source: SOURCE }, 60_000);
    let lease = null;
    while (lease === null) lease = (await storedState(table, SOURCE))?.lease ?? null;
    expect(Date.parse(lease.expires_at) - started).toBeGreaterThanOrEqual(90_000);
    expect(Date.parse(lease.expires_at) - started).toBeLessThan(92_000);
    await run;
  });
});
