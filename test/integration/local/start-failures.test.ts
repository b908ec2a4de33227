import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startEmbeddedServer } from '../../../local/dynamodb/embedded-server.ts';
import { createLaunchesTable } from '../../../local/dynamodb/launches-table.ts';
import { localDocumentClient } from '../../../local/dynamodb/local-client.ts';
import type { LocalSystem, StartOptions } from '../../helpers/local-system.ts';
import { startLocalSystem, temporaryFolder } from '../../helpers/local-system.ts';
import { listeners, processesNaming } from '../../helpers/processes.ts';

// Whole systems are started, on machines that may be busy.
jest.setTimeout(120_000);

describe('npm start, when something is wrong,', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const started: LocalSystem[] = [];
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => started.splice(0).forEach((system) => system.kill()));
  afterAll(() => folder.remove());

  const start = async (options: Omit<StartOptions, 'dataDir'> & { dataDir: string }) => {
    const system = await startLocalSystem({
      ...options,
      dataDir: join(folder.path, options.dataDir),
    });
    started.push(system);
    return system;
  };

  /** One line on stderr, exit code 1, nothing left running. */
  const expectOneLine = async (system: LocalSystem, line: RegExp): Promise<void> => {
    expect(await system.ended()).toBe(1);
    const { stderr } = system.output();
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)]);
    expect(await processesNaming(folder.path)).toEqual([]);
  };

  it.each(['PORT', 'FETCH_PORT'])('names a taken port and the variable %s', async (variable) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const system = await start({ dataDir: 'taken', env: { [variable]: port } });
    await expectOneLine(system, new RegExp(`^Port ${port} is taken .* ${variable}=<port>`));
    expect(system.output().stdout).toBe('');
    other.close();
  });

  it.each([
    [['--nonsense'], /'--nonsense'/],
    [['more'], /'more'/],
    [['--as-of', '2022-02-30'], /--as-of is not a day YYYY-MM-DD: 2022-02-30/],
    [['--live', '--as-of', '2022-06-01'], /--live and --as-of/],
  ])('names the wrong argument in %j', async (args, line) => {
    await expectOneLine(await start({ dataDir: 'arguments', args }), line);
  });

  it('names a folder whose table is damaged, and leaves it as it is', async () => {
    const table = join(folder.path, 'damaged/recorded/dynamodb');
    const server = await startEmbeddedServer(
      await mkdir(table, { recursive: true }).then(() => table),
    );
    const client = localDocumentClient(server.endpoint);
    await createLaunchesTable(client, 'launches');
    client.destroy();
    await server.close();
    await writeFile(join(table, 'CURRENT'), 'nonsense');
    const before = await readdir(table);
    const system = await start({ dataDir: 'damaged' });
    await expectOneLine(system, /damaged\/recorded\/dynamodb .* move the folder away/);
    expect(await readFile(join(table, 'CURRENT'), 'utf8')).toBe('nonsense');
    expect(await readdir(table)).toEqual(
      expect.arrayContaining(before.filter((name) => name !== 'LOG')),
    );
  });

  it('names a data folder that is a file', async () => {
    await writeFile(join(folder.path, 'file'), '');
    await expectOneLine(await start({ dataDir: 'file' }), /file.*DATA_DIR/);
  });

  it('says that another run uses the same data', async () => {
    const first = await start({ dataDir: 'shared' });
    await first.ready();
    const second = await start({ dataDir: 'shared' });
    expect(await second.ended()).toBe(1);
    expect(second.output().stderr).toMatch(/^The table in .* another process is using it\..*\n$/);
    first.signalGroup('SIGINT');
    expect(await first.ended()).toBe(0);
  });

  it('says that the table died, and stops the rest', async () => {
    const system = await start({ dataDir: 'dies' });
    await system.ready();
    const [table] = await processesNaming(join(folder.path, 'dies/recorded/dynamodb'));
    process.kill(table!, 'SIGKILL');
    await expectOneLine(system, /^The table ended with signal SIGKILL/);
    expect(await listeners(Object.values(system.ports).map(Number))).toEqual([]);
  });

  it('ends with the bootstrap when that is killed', async () => {
    await cp(join(folder.path, 'dies'), join(folder.path, 'alone'), { recursive: true });
    const system = await start({ dataDir: 'alone' });
    await system.ready();
    process.kill(system.pid, 'SIGKILL');
    await system.ended();
    for (
      let tries = 0;
      (await processesNaming(folder.path)).length > 0 && tries < 100;
      tries += 1
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await processesNaming(folder.path)).toEqual([]);
    expect(await listeners(Object.values(system.ports).map(Number))).toEqual([]);
  });
});
