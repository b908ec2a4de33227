import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientCounts } from '../../../dashboard-api/http/limits/client-counts.ts';

const countsOf = (windowMs: number, maxClients?: number): ClientCounts => {
  const counts = new ClientCounts(maxClients);
  counts.init({ windowMs });
  return counts;
};

describe('the counts of clients', () => {
  it('are kept apart, in a window that starts with the first request', () => {
    const counts = countsOf(60_000);
    const before = Date.now();
    expect([counts.increment('a'), counts.increment('a'), counts.increment('b')]).toMatchObject([
      { totalHits: 1 },
      { totalHits: 2 },
      { totalHits: 1 },
    ]);
    const { resetTime } = counts.increment('a');
    expect(resetTime!.getTime()).toBeGreaterThanOrEqual(before + 60_000);
  });

  it('start anew when the window has ended, and take no memory until then', async () => {
    const counts = countsOf(20);
    counts.increment('a');
    counts.increment('b');
    await sleep(30);
    expect(counts.increment('a').totalHits).toBe(1);
    expect(counts.size).toBe(1);
  });

  it('are of so many clients and no more: who was first is forgotten first', () => {
    const counts = countsOf(60_000, 100);
    for (let client = 0; client < 1000; client += 1) counts.increment(`client ${client}`);
    expect(counts.size).toBe(100);
    expect(counts.increment('client 999').totalHits).toBe(2);
    expect(counts.increment('client 0').totalHits).toBe(1);
    expect(counts.size).toBe(100);
  });

  it('can be taken back', () => {
    const counts = countsOf(60_000);
    counts.increment('a');
    counts.increment('a');
    counts.decrement('a');
    expect(counts.increment('a').totalHits).toBe(2);
    counts.resetKey('a');
    expect(counts.increment('a').totalHits).toBe(1);
  });
});
