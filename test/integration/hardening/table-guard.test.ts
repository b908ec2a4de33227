import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TableGuard, isTurnedAway } from '../../../dashboard-api/config/table-guard.ts';
import { SourceCache } from '../../../dashboard-api/launches/source-cache.ts';
import { TableError } from '../../../domain/launches/repository/errors.ts';
import { LaunchReader } from '../../../domain/launches/repository/launch-reader.ts';
import { localDocumentClient } from '../../../local/dynamodb/local-client.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';

/** Operations of one kind that run at once, and that may wait. */
const [AT_ONCE, WAITING] = [40, 1000];
const STATES = 8 + 64;

let dynamodb: TestDynamoDB;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
});
afterAll(() => dynamodb.stop());

/** A guarded reader of a real table whose commands of one kind stand still until they are let go. */
const slowReader = async (command = 'QueryCommand') => {
  const client = new TableGuard().protect(localDocumentClient(dynamodb.endpoint));
  let underWay = 0;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName !== command) return next(args);
        underWay += 1;
        await released;
        return next(args);
      },
    { step: 'build', name: 'standsStill' },
  );
  const table = { client, tableName: await dynamodb.createTable() };
  const reader = new LaunchReader(table, () => undefined);
  return { reader, underWay: () => underWay, release, stop: () => client.destroy() };
};

describe('whoever loads much', () => {
  it('waits for its turn, keeps nobody from a state item, and is turned away beyond all measure', async () => {
    const { reader, underWay, release, stop } = await slowReader();
    const loads = Array.from({ length: AT_ONCE + WAITING }, () => reader.findById('a'));
    expect(await reader.getState('spacex')).toBeNull();
    expect(underWay()).toBe(AT_ONCE);

    const refused: unknown = await reader.findById('a').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TableError);
    expect(isTurnedAway(refused as TableError)).toBe(true);

    release();
    expect(new Set((await Promise.all(loads)).map(({ length }) => length))).toEqual(new Set([0]));
    expect(await reader.findById('a')).toEqual([]);
    stop();
  });
});

describe('a source that is turned away', () => {
  it('says so, and does not take the table for gone', async () => {
    const { reader, release, stop } = await slowReader('GetItemCommand');
    const reads = Array.from({ length: STATES }, () => reader.getState('spacex'));
    const failures: (Error | null)[] = [];
    const cache = new SourceCache('spacex', reader, (failure) => failures.push(failure));
    const refused: unknown = await cache.currentState().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TableError);
    expect(isTurnedAway(refused as TableError)).toBe(true);
    expect([cache.failure, failures]).toEqual([null, []]);

    release();
    await Promise.all(reads);
    expect(await cache.currentState()).toMatchObject({ years: [] });
    stop();
  });
});
