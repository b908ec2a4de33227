import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { read, SOURCES_UNDER_TEST } from '../../helpers/sources.ts';
import type { SourceUnderTest } from '../../helpers/sources.ts';

/** A page or two, whatever the source. */
const EARLY = { to: '2014-12-31T23:59:59.999Z' };

describe.each(SOURCES_UNDER_TEST)('a $source that is gone', (setup: SourceUnderTest) => {
  let server: Awaited<ReturnType<SourceUnderTest['start']>>;
  beforeAll(async () => {
    server = await setup.start();
  });
  afterEach(() => server.setFaults([]));
  afterAll(() => server.close());

  const reader = () => {
    const client = setup.client(server.url);
    return async (): Promise<{ calls: number; error: unknown }> => {
      const before = server.requests.length;
      const { error } = await read(client, EARLY);
      return { calls: server.requests.length - before, error };
    };
  };

  it('costs the next runs one call each, and all tries again once it is back', async () => {
    const readOnce = reader();
    server.setFaults([{ status: 503 }]);
    const calls = [await readOnce(), await readOnce(), await readOnce()].map((run) => run.calls);
    expect(calls).toEqual([4, 1, 1]);
    server.setFaults([]);
    expect(await readOnce()).toMatchObject({ error: null });
    server.setFaults([{ status: 503, times: 2 }]);
    expect(await readOnce()).toMatchObject({ error: null, calls: 3 });
  });

  it('is not one that refuses what it is asked', async () => {
    const readOnce = reader();
    server.setFaults([{ status: 400 }]);
    expect((await readOnce()).error).toMatchObject({ status: 400 });
    server.setFaults([{ status: 503, times: 1 }]);
    expect(await readOnce()).toMatchObject({ error: null, calls: 2 });
  });

  it('is known to each client by itself', async () => {
    server.setFaults([{ status: 503 }]);
    expect([(await reader()()).calls, (await reader()()).calls]).toEqual([4, 4]);
  });
});
