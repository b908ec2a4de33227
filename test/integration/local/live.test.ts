import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  startLaunchLibraryServer,
  startSpacexServer,
} from '../../../local/recorded-sources/index.ts';
import type { LocalSystem } from '../../helpers/local-system.ts';
import { startLocalSystem, temporaryFolder } from '../../helpers/local-system.ts';

const NOWHERE = 'http://127.0.0.1:9';

const total = async (system: LocalSystem, source: string): Promise<unknown> => {
  const response = await fetch(`${system.url}/api/v1/statistics/status?source=${source}`);
  return ((await response.json()) as { total: number }).total;
};

// Whole systems are started, on machines that may be busy.
jest.setTimeout(120_000);

describe('npm start -- --live', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let library: Awaited<ReturnType<typeof startLaunchLibraryServer>>;
  let spacex: Awaited<ReturnType<typeof startSpacexServer>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    library = await startLaunchLibraryServer({ throttle: { limit: 15, seconds: 3600 } });
    spacex = await startSpacexServer();
  });
  afterAll(async () => {
    await Promise.all([library.close(), spacex.close(), folder.remove()]);
  });

  const run = async (env: Record<string, string>, look: (system: LocalSystem) => Promise<void>) => {
    const system = await startLocalSystem({ dataDir: folder.path, args: ['--live'], env });
    try {
      await system.ready();
      await look(system);
      system.signalGroup('SIGINT');
      expect(await system.ended()).toBe(0);
    } finally {
      system.kill();
    }
  };

  it('starts without a network, and says what it could not read', async () => {
    const env = { SPACEX_API_URL: NOWHERE, LAUNCH_LIBRARY_API_URL: NOWHERE };
    await run(env, async (system) => {
      const { stdout } = system.output();
      expect(stdout).toMatch(/^Launch Library does not say how many calls are left: .*REFUSED/m);
      expect(stdout).toMatch(/^spacex: not read, what is stored stays: .*REFUSED/m);
      expect(stdout).toMatch(/^launch-library: not read, what is stored stays: .*REFUSED/m);
      expect(await total(system, 'spacex')).toBe(0);
    });
  });

  it('says what is left of the budget, and fills what is empty', async () => {
    const env = { SPACEX_API_URL: spacex.url, LAUNCH_LIBRARY_API_URL: library.url };
    await run(env, async (system) => {
      expect(system.output().stdout).toMatch(/^Launch Library: 15 of 15 calls left/m);
      expect(await total(system, 'launch-library')).toBe(674);
      expect(await total(system, 'spacex')).toBe(205);
    });
  });

  it('keeps what it has when the budget is used up', async () => {
    library.setFaults([{ status: 429, retry_after: 1800 }]);
    const env = { SPACEX_API_URL: spacex.url, LAUNCH_LIBRARY_API_URL: library.url };
    await run(env, async (system) => {
      const body = JSON.stringify({ source: 'launch-library' });
      const answer = await fetch(system.fetchUrl, { method: 'POST', body });
      expect(answer.status).toBe(502);
      expect(await answer.json()).toMatchObject({ retry_after: 1800 });
      expect(await total(system, 'launch-library')).toBe(674);
    });
  });
});
