import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SourceBudget } from '../../../domain/launches/sources/budget.ts';
import type { SourceHttpOptions } from '../../../domain/launches/sources/http.ts';
import type { Fault } from '../../../local/recorded-sources/index.ts';
import type { SourceUnderTest } from '../../helpers/sources.ts';
import { read, SOURCES_UNDER_TEST, startServer } from '../../helpers/sources.ts';

/** The years up to 2014: the same launches in both recordings, on one page. */
const EARLY = { to: '2014-12-31T23:59:59.999Z' };
const COUNT = 18;

const inOneMinute = () => new Date(Date.now() + 60_000).toUTCString();

describe.each(SOURCES_UNDER_TEST)('a $source that misbehaves', (setup: SourceUnderTest) => {
  const { source } = setup;
  let server: Awaited<ReturnType<SourceUnderTest['start']>>;

  beforeAll(async () => {
    server = await setup.start();
  });
  afterEach(() => server.setFaults([]));
  afterAll(() => server.close());

  const readWith = async (
    faults: Fault[],
    options: Partial<SourceHttpOptions> = {},
    budget?: SourceBudget,
  ) => {
    server.setFaults(faults);
    const before = server.requests.length;
    const startedAt = performance.now();
    const reading = await read(setup.client(server.url, options), EARLY, budget);
    const millis = performance.now() - startedAt;
    return { ...reading, calls: server.requests.length - before, millis };
  };

  describe('for a while is asked again', () => {
    it.each<[string, Fault[]]>([
      ['answers 500', [{ status: 500, times: 1 }]],
      ['answers 503', [{ status: 503, times: 2 }]],
      ['answers 429', [{ status: 429, times: 1 }]],
      ['answers 429 and asks for no time', [{ status: 429, retry_after: 0, times: 1 }]],
      ['answers 408, 502 and 504', [408, 502, 504].map((status) => ({ status, times: 1 }))],
      ['drops the connection', [{ cut_off: 'connection', times: 1 }]],
      ['cuts its JSON off', [{ cut_off: 'json', times: 1 }]],
      ['answers HTML', [{ not_json: true, times: 1 }]],
    ])('when it %s', async (_name, faults) => {
      const { launches, error, calls } = await readWith(faults);
      expect(error).toBeNull();
      expect(new Set(launches.map(({ id }) => id)).size).toBe(COUNT);
      expect(calls).toBe(1 + faults.reduce((sum, { times = 0 }) => sum + times, 0));
    });

    it('when one answer takes too long', async () => {
      const slow = [{ delay_ms: 5000, times: 1 }];
      const { launches, error, calls } = await readWith(slow, { timeout: 250 });
      expect([error, launches.length, calls]).toEqual([null, COUNT, 2]);
    });

    it('no sooner than it says in Retry-After', async () => {
      const busy = { status: 429, retry_after: 1, times: 1 };
      const { launches, calls, millis } = await readWith([busy]);
      expect([launches.length, calls]).toEqual([COUNT, 2]);
      expect(millis).toBeGreaterThanOrEqual(1000);
    });
  });

  describe('for good is a SourceError', () => {
    it.each<[string, Fault, object, number]>([
      ['answers 500', { status: 500 }, { status: 500 }, 4],
      ['answers 429', { status: 429 }, { status: 429 }, 4],
      ['drops connections', { cut_off: 'connection' }, { status: null }, 4],
      ['cuts its JSON off', { cut_off: 'json' }, { status: null }, 4],
      ['answers HTML', { not_json: true }, { status: null }, 4],
      ['refuses', { status: 400 }, { status: 400 }, 1],
      ['does not know the caller', { status: 401 }, { status: 401 }, 1],
      ['does not know the address', { status: 404 }, { status: 404 }, 1],
      ['has another envelope', { wrong_envelope: true }, { status: null }, 1],
    ])('when it %s', async (_name, fault, expected, tries) => {
      const { launches, error, calls } = await readWith([fault]);
      expect(error).toMatchObject({ name: 'SourceError', source, retryAfter: null, ...expected });
      expect((error as Error).message).toMatch(new RegExp(`^${source}: [^\\n]+$`));
      expect([launches, calls]).toEqual([[], tries]);
    });

    it('when every answer takes too long', async () => {
      const { error, calls } = await readWith([{ delay_ms: 5000 }], { timeout: 60, retries: 2 });
      expect(error).toMatchObject({ name: 'SourceError', status: null });
      expect((error as Error).message).toContain('Timeout');
      expect(calls).toBe(3);
    });

    it.each<[string, () => number | string]>([
      ['seconds', () => 60],
      ['a date', inOneMinute],
    ])('at once when the run cannot wait as long as it asks for, in %s', async (_name, ask) => {
      const busy = { status: 429, retry_after: ask() };
      const { error, calls, millis } = await readWith([busy], {}, new SourceBudget(10, 5000));
      expect(error).toMatchObject({ name: 'SourceError', status: 429 });
      const { retryAfter } = error as { retryAfter: number };
      expect(retryAfter).toBeGreaterThanOrEqual(58);
      expect(retryAfter).toBeLessThanOrEqual(60);
      expect(calls).toBe(1);
      expect(millis).toBeLessThan(1000);
    });

    it('when nothing listens there', async () => {
      const gone = await startServer(() => undefined);
      await gone.close();
      const { error } = await read(setup.client(gone.url));
      expect(error).toMatchObject({ name: 'SourceError', status: null });
    });

    it('with what it answered as its status, even when that was no JSON', async () => {
      const busy = await startServer((_, response) => {
        response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
      });
      const { error } = await read(setup.client(busy.url, { retries: 1 }));
      expect(error).toMatchObject({ name: 'SourceError', status: 503 });
      expect(busy.requests).toHaveLength(2);
      await busy.close();
    });

    it.each(['', 'null', '[]', '5', '{}', '{"docs":{},"results":{}}'])(
      'when the answer is %j',
      async (text) => {
        const odd = await startServer((_, response) => response.end(text));
        const { error } = await read(setup.client(odd.url));
        expect(error).toMatchObject({ name: 'SourceError', status: null });
        await odd.close();
      },
    );
  });

  describe('in a document', () => {
    it('rejects it with a reason and keeps the good ones', async () => {
      const truth = await readWith([]);
      const broken = truth.launches[3]!.id;
      const { launches, rejected, error } = await readWith([{ wrong_types: [3], times: 1 }]);
      expect(error).toBeNull();
      expect(rejected).toEqual([{ id: broken, reason: expect.stringContaining('name: ') }]);
      expect(launches).toEqual(truth.launches.filter(({ id }) => id !== broken));
    });

    it('rejects every one when all are broken', async () => {
      const { launches, rejected, pages, error } = await readWith([{ wrong_types: 'all' }]);
      expect([launches.length, rejected.length, error]).toEqual([0, COUNT, null]);
      expect(pages.map(({ resumeFrom }) => resumeFrom)).toEqual([null]);
    });

    it('passes over a field it does not know', async () => {
      const truth = await readWith([]);
      const { launches, rejected } = await readWith([{ unknown_field: true }]);
      expect(launches).toEqual(truth.launches);
      expect(rejected).toEqual([]);
    });
  });

  describe('spends the budget of the run', () => {
    it('of calls, retries included, and no more', async () => {
      const { error, calls } = await readWith(
        [{ status: 503 }],
        { retries: 9 },
        new SourceBudget(3, 60_000),
      );
      expect(error).toMatchObject({ name: 'SourceError', status: 503 });
      expect(calls).toBe(3);
    });

    it.each([
      ['calls', () => new SourceBudget(0, 60_000)],
      ['time', () => new SourceBudget(10, 0)],
    ])('and is not asked without %s', async (_name, budget) => {
      const { error, calls } = await readWith([], {}, budget());
      expect(error).toMatchObject({ name: 'OutOfBudgetError' });
      expect(calls).toBe(0);
    });

    it('of time: what is under way when it ends is given up', async () => {
      const slow = [{ delay_ms: 5000 }];
      const { error, calls, millis } = await readWith(slow, {}, new SourceBudget(10, 200));
      expect(error).toMatchObject({ name: 'OutOfBudgetError' });
      expect(calls).toBe(1);
      expect(millis).toBeGreaterThanOrEqual(195);
      expect(millis).toBeLessThan(1500);
    });

    it('of time: it does not begin a pause that it cannot end', async () => {
      const busy = [{ status: 503 }];
      const budget = new SourceBudget(10, 2000);
      const { error, calls, millis } = await readWith(busy, { backoff: 60_000 }, budget);
      expect(error).toMatchObject({ name: 'SourceError', status: 503 });
      expect(calls).toBe(1);
      expect(millis).toBeLessThan(1500);
    });
  });
});
