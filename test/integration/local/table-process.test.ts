import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { open, readdir, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLaunchesTable } from '../../../local/dynamodb/launches-table.ts';
import { localDocumentClient } from '../../../local/dynamodb/local-client.ts';
import { startTableProcess } from '../../../local/dynamodb/table-process.ts';
import type { TableProcess } from '../../../local/dynamodb/table-process.ts';
import { temporaryFolder } from '../../helpers/local-system.ts';
import { processesNaming } from '../../helpers/processes.ts';

const TableName = 'launches';
const ITEMS = 50;

const fill = async ({ endpoint }: TableProcess): Promise<void> => {
  const client = localDocumentClient(endpoint);
  await createLaunchesTable(client, TableName);
  const details = 'x'.repeat(10_000);
  for (let number = 0; number < ITEMS; number += 1) {
    const key = { id: `launch-${number}`, launch_date: '2017-06-23T19:10:00.000Z' };
    const Item = { ...key, source_year: 'spacex#2017', details };
    await client.send(new PutCommand({ TableName, Item }));
  }
  client.destroy();
};

const count = async ({ endpoint }: TableProcess): Promise<number | undefined> => {
  const client = localDocumentClient(endpoint);
  const { Count } = await client.send(new ScanCommand({ TableName, Select: 'COUNT' }));
  client.destroy();
  return Count;
};

describe('the process of the embedded table', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  const filled = async (name: string): Promise<string> => {
    const path = join(folder.path, name);
    const table = await startTableProcess(path);
    await fill(table);
    await table.stop();
    return path;
  };

  it('keeps its items from one start to the next', async () => {
    const path = await filled('kept');
    const table = await startTableProcess(path);
    expect(await count(table)).toBe(ITEMS);
    await table.stop();
    expect(await table.ended).toEqual({ how: 'exit code 0' });
    expect(await processesNaming(path)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('outlives %s', async (signal) => {
    const path = await filled(signal);
    const table = await startTableProcess(path);
    const [pid] = await processesNaming(path);
    process.kill(pid!, signal);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await count(table)).toBe(ITEMS);
    await table.stop();
  });

  it('refuses a folder that another one uses, and leaves that one alone', async () => {
    const path = join(folder.path, 'used');
    const table = await startTableProcess(path);
    await fill(table);
    await expect(startTableProcess(path)).rejects.toThrow('another process is using it');
    expect(await count(table)).toBe(ITEMS);
    await table.stop();
  });

  /** Files that hold something. */
  const filesIn = async (path: string): Promise<string[]> => {
    const names = await readdir(path);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size));
    return names.filter((name, index) => /\.(?:ldb|log)$/.test(name) && sizes[index]! > 0);
  };

  const damages: [string, (path: string) => Promise<void>][] = [
    ['without its root file', (path) => unlink(join(path, 'CURRENT'))],
    ['with a root file of nonsense', (path) => writeFile(join(path, 'CURRENT'), 'nonsense\n')],
    [
      'with files of nonsense',
      async (path) => {
        // A start moves what the log holds into tables, which nonsense is found in.
        await startTableProcess(path).then((table) => table.stop());
        for (const name of await filesIn(path)) await truncate(join(path, name), 100);
      },
    ],
  ];

  it('refuses a folder that LevelDB had to drop records from, also at later starts', async () => {
    const path = await filled('with a damaged record');
    const [log = ''] = (await filesIn(path)).filter((name) => name.endsWith('.log'));
    const file = await open(join(path, log), 'r+');
    await file.write(Buffer.alloc(4000, 'x'), 0, 4000, 40_000);
    await file.close();
    await expect(startTableProcess(path)).rejects.toThrow(/damaged records were lost/);
    await expect(startTableProcess(path)).rejects.toThrow(/damaged records were lost/);
  });

  it.each(damages)('refuses a folder %s, naming it, and deletes nothing', async (name, damage) => {
    const path = await filled(name);
    await damage(path);
    const before = await filesIn(path);
    await expect(startTableProcess(path)).rejects.toThrow(path);
    expect(await filesIn(path)).toEqual(expect.arrayContaining(before));
  });
});
