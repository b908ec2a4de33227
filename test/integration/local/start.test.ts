import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LocalSystem } from '../../helpers/local-system.ts';
import { startLocalSystem, temporaryFolder } from '../../helpers/local-system.ts';
import { listeners, processesNaming } from '../../helpers/processes.ts';

const statistics = async (
  system: LocalSystem,
  source: string,
): Promise<Record<string, unknown>> => {
  const response = await fetch(`${system.url}/api/v1/statistics/status?source=${source}`);
  return (await response.json()) as Record<string, unknown>;
};

// Whole systems are started, on machines that may be busy.
jest.setTimeout(120_000);

describe('npm start', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  const expectNothingLeft = async (system: LocalSystem): Promise<void> => {
    expect(await listeners(Object.values(system.ports).map(Number))).toEqual([]);
    expect(await processesNaming(folder.path)).toEqual([]);
  };

  describe('the first time', () => {
    let system: LocalSystem;
    beforeAll(async () => {
      system = await startLocalSystem({ dataDir: folder.path });
      await system.ready();
    });
    afterAll(() => system.kill());

    it('shows what it fills the table with', () => {
      const { stdout } = system.output();
      expect(stdout).toMatch(/^spacex: reading all launches …$/m);
      expect(stdout).toMatch(/^spacex: 205 inserted, 0 updated, 0 moved, 0 unchanged$/m);
      expect(stdout).toMatch(/^launch-library: 674 inserted, 0 updated, 0 moved, 0 unchanged$/m);
    });

    it('says exactly where the dashboard is', () => {
      const lines = system.output().stdout.split('\n');
      expect(lines).toContain(`Dashboard ready at http://localhost:${system.ports.PORT}`);
    });

    it('serves all launches at once', async () => {
      expect(await statistics(system, 'spacex')).toMatchObject({
        ...{ success: 181, failed: 5, unknown: 1, upcoming: 18, total: 205 },
      });
      expect(await statistics(system, 'launch-library')).toMatchObject({
        ...{ success: 660, failed: 11, partial_failure: 3, total: 674 },
      });
    });

    it('collects on POST /fetch, and a second fill writes nothing', async () => {
      const body = JSON.stringify({ backfill: true, source: 'launch-library' });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(system.fetchUrl, { method: 'POST', headers, body });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        ...{ complete: true, inserted_items: 0, updated_items: 0, unchanged_items: 674 },
      });
    });

    it('stops on Ctrl-C with exit code 0 and leaves no process behind', async () => {
      system.signalGroup('SIGINT');
      expect(await system.ended()).toBe(0);
      expect(system.output().stderr).toBe('');
      await expectNothingLeft(system);
    });
  });

  it('keeps the launches for the next start, and does not read them again', async () => {
    const system = await startLocalSystem({ dataDir: folder.path });
    await system.ready();
    expect(await statistics(system, 'launch-library')).toMatchObject({ total: 674 });
    process.kill(system.pid, 'SIGTERM');
    expect(await system.ended()).toBe(0);
    expect(system.output().stdout).not.toMatch(/reading|inserted/);
    await expectNothingLeft(system);
  });

  it('goes on where a killed first fill stopped', async () => {
    const dataDir = `${folder.path}/killed`;
    const killed = await startLocalSystem({ dataDir });
    await killed.printed(/reading all launches/);
    killed.signalGroup('SIGKILL');
    expect(await killed.ended()).toBe('SIGKILL');
    const next = await startLocalSystem({ dataDir });
    await next.ready();
    expect(await statistics(next, 'spacex')).toMatchObject({ total: 205 });
    next.signalGroup('SIGINT');
    expect(await next.ended()).toBe(0);
    await expectNothingLeft(next);
  });

  it('replays the recordings as of a day', async () => {
    const args = ['--as-of', '2022-06-01'];
    const system = await startLocalSystem({ dataDir: folder.path, args });
    await system.ready();
    const next = await fetch(`${system.url}/api/v1/launches/next`);
    expect(next.status).toBe(200);
    expect(await next.json()).toMatchObject({ launch_status: 'upcoming' });
    system.signalGroup('SIGINT');
    expect(await system.ended()).toBe(0);
  });
});
