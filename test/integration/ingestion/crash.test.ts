import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import type { RecordedServer, SpacexLaunch } from '../../../local/recorded-sources/index.ts';
import { startSpacexServer } from '../../../local/recorded-sources/index.ts';
import type { Moment } from '../../helpers/dying-client.ts';
import { dyingClient } from '../../helpers/dying-client.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import {
  call,
  expireLease,
  ingestionOf,
  storedLaunches,
  storedState,
} from '../../helpers/ingestion.ts';

const BACKFILL = { backfill: true, source: 'spacex' };
const TABLE = (tableName: string) => ({ client: db.client, tableName });

let db: TestDynamoDB;
let server: RecordedServer<SpacexLaunch>;
let base: SpacexLaunch[];

beforeAll(async () => {
  [db, server] = await Promise.all([startEmbeddedDynamoDB(), startSpacexServer()]);
  base = structuredClone(server.launches.slice(-40));
});
afterAll(async () => {
  await Promise.all([db.stop(), server.close()]);
});

type Change = (launch: SpacexLaunch, index: number) => Partial<SpacexLaunch>;

const changed = (launches: readonly SpacexLaunch[], change: Change): SpacexLaunch[] =>
  launches.map((launch, index) => ({ ...launch, ...change(launch, index) }));

const shift = ({ date_utc }: SpacexLaunch, days: number): { date_utc: string } => ({
  date_utc: new Date(Date.parse(date_utc) + days * 86_400_000).toISOString(),
});

/** What the source says first, then while the run dies, then when it is run again. */
const before = () => base.slice(0, 36);
/** Some slip within the year, some across years, one has an outcome now, four are new, one is gone. */
const during = () =>
  changed(base, (launch, index) => {
    if (index % 5 === 0) return shift(launch, 3);
    if (index % 7 === 0) return shift(launch, 400);
    return index === 13 ? { upcoming: false, success: true } : {};
  }).filter((_, index) => index !== 34);
/** Back where they were, and others moved. */
const backAgain = () =>
  changed(before(), (launch, index) => (index % 4 === 1 ? shift(launch, -2) : {}));
/** On to a third date. */
const onwards = () =>
  changed(base, (launch, index) => (index % 5 === 0 || index % 7 === 0 ? shift(launch, 20) : {}));

/** The table as it stands, apart from when things happened. */
const facts = (launches: readonly Launch[]) =>
  launches.map(({ ingested_at, previous_dates, missing_since, ...launch }) => ({
    ...launch,
    missing: missing_since !== null,
  }));
const earlierDates = (launches: readonly Launch[]) =>
  new Map(launches.map(({ id, previous_dates }) => [id, previous_dates.map((d) => d.launch_date)]));

const run = async (tableName: string, documents: SpacexLaunch[], client = db.client) => {
  server.setLaunches(documents);
  return call(ingestionOf({ client, tableName, spacexUrl: server.url }), BACKFILL);
};

const tableAfter = async (...says: SpacexLaunch[][]): Promise<Launch[]> => {
  const tableName = await db.createTable();
  for (const documents of says) await run(tableName, documents);
  return storedLaunches(TABLE(tableName));
};

const diedAt = async (at: number, moment: Moment, first: SpacexLaunch[] | null) => {
  const tableName = await db.createTable();
  if (first !== null) await run(tableName, first);
  const dying = dyingClient(db.endpoint, at, moment);
  await expect(run(tableName, during(), dying.client)).rejects.toThrow();
  const state = await storedState(TABLE(tableName), 'spacex');
  if (state?.lease) await expireLease(TABLE(tableName), 'spacex');
  return tableName;
};

/** Writes of an undisturbed run: one crash point each. */
const countWrites = async (first: SpacexLaunch[] | null): Promise<number> => {
  const tableName = await db.createTable();
  if (first !== null) await run(tableName, first);
  const counting = dyingClient(db.endpoint, Infinity, 'before');
  await run(tableName, during(), counting.client);
  return counting.writes();
};

describe.each<[string, () => SpacexLaunch[] | null]>([
  ['a table with launches', before],
  ['an empty table', () => null],
])('a run that dies on %s', (_name, first) => {
  it.each<Moment>(['before', 'after'])('at any write, %s it', async (moment) => {
    const start = first();
    const says = start === null ? [during()] : [start, during()];
    const undisturbed = await tableAfter(...says);
    const points = await countWrites(start);
    expect(points).toBeGreaterThanOrEqual(start === null ? 3 : 7);
    for (let at = 1; at <= points; at += 1) {
      const tableName = await diedAt(at, moment, start);
      const again = await run(tableName, during());
      const table = await storedLaunches(TABLE(tableName));
      expect([at, again.body['complete']]).toEqual([at, true]);
      expect(facts(table)).toEqual(facts(undisturbed));
      expect(earlierDates(table)).toEqual(earlierDates(undisturbed));
      const state = await storedState(TABLE(tableName), 'spacex');
      expect(state).toMatchObject({ lease: null, pending_moves: [], next_from: null });
    }
  });
});

describe('a run that dies while the source goes on changing', () => {
  it.each<[string, () => SpacexLaunch[], Moment]>([
    ['goes back', backAgain, 'before'],
    ['goes back', backAgain, 'after'],
    ['moves on', onwards, 'before'],
    ['moves on', onwards, 'after'],
  ])('%s: one item a launch, at its last date (%#)', async (_name, next, moment) => {
    const withRun = await tableAfter(before(), during(), next());
    const withoutRun = await tableAfter(before(), next());
    const points = await countWrites(before());
    for (let at = 1; at <= points; at += 1) {
      const tableName = await diedAt(at, moment, before());
      await run(tableName, next());
      const table = await storedLaunches(TABLE(tableName));
      const listed = new Set(next().map(({ id }) => id));
      const ofSource = (launches: Launch[]) => facts(launches.filter(({ id }) => listed.has(id)));
      expect(ofSource(table)).toEqual(ofSource(withRun));
      expect(ofSource(table)).toEqual(ofSource(withoutRun));
      for (const [id, dates] of earlierDates(table)) {
        const possible = [earlierDates(withRun).get(id), earlierDates(withoutRun).get(id)];
        expect(possible).toContainEqual(dates);
      }
    }
  });
});

describe('a run that dies twice', () => {
  it('ends in the table of an undisturbed run', async () => {
    const undisturbed = await tableAfter(before(), during());
    const points = await countWrites(before());
    for (let at = 2; at <= points; at += 1) {
      const tableName = await diedAt(at, 'after', before());
      const dying = dyingClient(db.endpoint, 3, 'before');
      const second = run(tableName, during(), dying.client);
      await second.then(
        () => undefined,
        () => expireLease(TABLE(tableName), 'spacex'),
      );
      await run(tableName, during());
      const table = await storedLaunches(TABLE(tableName));
      expect(facts(table)).toEqual(facts(undisturbed));
      expect(earlierDates(table)).toEqual(earlierDates(undisturbed));
    }
  });
});
