import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import type { Report } from '../../../scripts/restore-drill/drill.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import type { RestoringDynamoDB } from '../../helpers/restoring-dynamodb.ts';
import { startRestoringDynamoDB } from '../../helpers/restoring-dynamodb.ts';

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
const PROGRAM = join(PROJECT_FOLDER, 'scripts/restore-drill.ts');
/** More than one page of a scan: DynamoDB ends a page after a megabyte. */
const LAUNCHES = 60;

const launches = (source: Launch['source']): Launch[] =>
  Array.from({ length: LAUNCHES }, (_, number) =>
    launch({
      id: `${source}-${number}`,
      source,
      launch_date: `20${10 + (number % 7)}-03-0${1 + (number % 9)}T00:00:00.000Z`,
      details: 'x'.repeat(20_000),
    }),
  );

let db: TestDynamoDB;
let folder: string;

beforeAll(async () => {
  db = await startEmbeddedDynamoDB();
  folder = await mkdtemp(join(tmpdir(), 'restore-drill-'));
});

afterAll(async () => {
  await db.stop();
  await rm(folder, { recursive: true });
});

/** A table with both sources in it, stored in this or in the other order. */
const filledTable = async (isReversed = false): Promise<string> => {
  const tableName = await db.createTable();
  const all = [launches('launch-library'), launches('spacex')];
  const ordered = isReversed ? all.map((list) => list.toReversed()).toReversed() : all;
  for (const list of ordered) await storeLaunches({ client: db.client, tableName }, list);
  return tableName;
};

/** Runs the program as npm does. */
const drill = async (endpoint: string, ...args: string[]) => {
  const reportFile = join(folder, 'report.json');
  await rm(reportFile, { force: true });
  const child = spawn(process.execPath, [PROGRAM, ...args, '--report', reportFile], {
    cwd: PROJECT_FOLDER,
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      NODE_NO_WARNINGS: '1',
    },
  });
  const ended = once(child, 'exit');
  const [words, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number];
  const report = code === 2 ? null : (JSON.parse(await readFile(reportFile, 'utf8')) as Report);
  return { code, words, complaints, report };
};

const put = (TableName: string, Item: object) =>
  db.client.send(new PutCommand({ TableName, Item: Item as Record<string, unknown> }));

describe('the comparison of two tables', () => {
  it('finds the same launches the same, in whatever order they were stored', async () => {
    const [table, other] = [await filledTable(), await filledTable(true)];
    const { report } = await drill(db.endpoint, '--table', table, '--against', other);
    for (const source of ['launch-library', 'spacex']) {
      const group = report?.groups[source];
      expect(group).toMatchObject({ isSame: true, table: { items: LAUNCHES } });
      expect(group?.restored).toEqual(group?.table);
      expect(report?.served[source]).toEqual({
        table: LAUNCHES,
        restored: LAUNCHES,
        isWhole: true,
      });
    }
  });

  it('finds what is missing, added and changed, and says so by its exit code', async () => {
    const [table, other] = [await filledTable(), await filledTable()];
    const [first, second] = launches('spacex') as [Launch, Launch];
    await put(other, { ...first, mission_name: 'Another' });
    const { id, launch_date } = second;
    await db.client.send(new DeleteCommand({ TableName: other, Key: { id, launch_date } }));
    await put(other, launch({ id: 'added', source: 'spacex' }));
    const { code, report, words } = await drill(
      db.endpoint,
      ...['--table', table, '--against', other],
    );
    expect(code).toBe(1);
    expect(report?.verdict).toBe('different');
    const ofLaunches = report?.differences.filter((each) => !each.id.startsWith('source#'));
    expect(ofLaunches).toEqual([
      expect.objectContaining({ id: 'added', how: 'only in the restored one', isLater: false }),
      expect.objectContaining({ id: first.id, how: 'not equal', isLater: false }),
      expect.objectContaining({ id, how: 'only in the table', isLater: false }),
    ]);
    expect(report?.groups['launch-library']?.isSame).toBe(true);
    expect(report?.groups['spacex']?.isSame).toBe(false);
    expect(words).toContain('DIFFERENT');
    expect(words).toContain(`${first.id} ${first.launch_date}: not equal`);
  });

  it('says when a table is not there', async () => {
    const { code, complaints, words } = await drill(
      db.endpoint,
      ...['--table', 'no-such-table', '--against', 'another'],
    );
    expect(code).toBe(2);
    expect(words).toBe('');
    expect(complaints).toMatch(/could not be held: .*not found/i);
  });
});

/** Neither dynalite nor DynamoDB Local can restore: that one step is answered by a server that records it. */
describe('a drill with its restore', () => {
  let aws: RestoringDynamoDB;

  beforeEach(async () => {
    aws = await startRestoringDynamoDB(db);
  });

  afterEach(() => aws.stop());

  const tableNames = async () => (await db.client.send(new ListTablesCommand({}))).TableNames ?? [];

  it('restores the latest point, compares everything, and keeps the new table', async () => {
    const table = await filledTable();
    const { code, report, words } = await drill(
      aws.endpoint,
      ...['--table', table, '--to', `${table}-copy`],
    );
    expect(aws.requests).toEqual([
      { operation: 'DescribeContinuousBackups', body: { TableName: table } },
      {
        operation: 'RestoreTableToPointInTime',
        body: {
          SourceTableName: table,
          TargetTableName: `${table}-copy`,
          RestoreDateTime: Date.parse('2026-11-20T08:00:00Z') / 1000,
        },
      },
    ]);
    expect({ code, verdict: report?.verdict }).toEqual({ code: 0, verdict: 'same' });
    expect(report).toMatchObject({
      table,
      restored_table: `${table}-copy`,
      restored_as_of: '2026-11-20T08:00:00.000Z',
      restore_seconds: expect.any(Number),
      differences: [],
      is_kept: true,
    });
    expect(words).toContain('SAME');
    expect(words).toContain(`${table}-copy is kept`);
    expect(await tableNames()).toContain(`${table}-copy`);
  });

  it('restores a time or a backup that is named, and deletes the new table on request', async () => {
    const table = await filledTable();
    const at = await drill(
      aws.endpoint,
      ...['--table', table, '--at', '2026-11-19T00:00:00Z', '--to', `${table}-at`, '--delete'],
    );
    const arn = `arn:aws:dynamodb:us-east-1:123456789012:table/${table}/backup/01`;
    const backup = await drill(
      aws.endpoint,
      ...['--table', table, '--backup', arn, '--to', `${table}-backup`, '--delete'],
    );
    expect(aws.requests).toEqual([
      {
        operation: 'RestoreTableToPointInTime',
        body: {
          SourceTableName: table,
          TargetTableName: `${table}-at`,
          RestoreDateTime: Date.parse('2026-11-19T00:00:00Z') / 1000,
        },
      },
      { operation: 'DescribeBackup', body: { BackupArn: arn } },
      {
        operation: 'RestoreTableFromBackup',
        body: { BackupArn: arn, TargetTableName: `${table}-backup` },
      },
    ]);
    expect([at.code, backup.code]).toEqual([0, 0]);
    expect(backup.report).toMatchObject({
      restored_as_of: '2026-11-20T07:00:00.000Z',
      is_kept: false,
    });
    const names = await tableNames();
    expect(names).toContain(table);
    expect(names).not.toEqual(expect.arrayContaining([`${table}-at`]));
    expect(names).not.toEqual(expect.arrayContaining([`${table}-backup`]));
  });

  it('fails on a restore that lost a launch', async () => {
    const table = await filledTable();
    aws.damage((item) => (item['id']?.S === 'spacex-7' ? undefined : item));
    const { code, report } = await drill(aws.endpoint, '--table', table, '--delete');
    expect(code).toBe(1);
    expect(report?.differences).toEqual([
      expect.objectContaining({ id: 'spacex-7', how: 'only in the table', isLater: false }),
    ]);
    expect(report?.served['spacex']).toMatchObject({ table: LAUNCHES, restored: LAUNCHES - 1 });
  });

  it('fails on launches that the date index does not lead to', async () => {
    const table = await filledTable();
    // Both lack the attribute that the index is over: the item is there, the launch is not served.
    aws.damage((item) => {
      if (item['id']?.S !== 'spacex-7') return item;
      const { source_year: _, ...rest } = item;
      return rest;
    });
    const { code, report } = await drill(aws.endpoint, '--table', table, '--delete');
    expect(code).toBe(1);
    expect(report?.served['spacex']).toEqual({
      table: LAUNCHES,
      restored: LAUNCHES - 1,
      isWhole: false,
    });
  });

  it('does not hold against a restore what was written after its time', async () => {
    const table = await filledTable();
    const later = launch({
      id: 'spacex-7',
      source: 'spacex',
      launch_date: '2017-03-08T12:00:00.000Z',
      ingested_at: '2026-11-20T13:00:00.000Z',
    });
    // The launch moved after the restore's time: another date in the table, the earlier one in the restored.
    aws.damage((item) =>
      item['id']?.S === 'spacex-7'
        ? { ...item, launch_date: { S: '2017-03-07T00:00:00.000Z' } }
        : item,
    );
    const [old] = launches('spacex').filter(({ id }) => id === 'spacex-7') as [Launch];
    const { id, launch_date } = old;
    await db.client.send(new DeleteCommand({ TableName: table, Key: { id, launch_date } }));
    await put(table, later);
    const { code, report, words } = await drill(aws.endpoint, '--table', table, '--delete');
    expect(report?.differences).toEqual([
      expect.objectContaining({ how: 'only in the restored one', isLater: true }),
      expect.objectContaining({ how: 'only in the table', isLater: true }),
    ]);
    expect({ code, verdict: report?.verdict }).toEqual({ code: 0, verdict: 'later' });
    expect(words).toContain('written since');
  });
});
