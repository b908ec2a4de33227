import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import type { Reach } from '../../../functions/ingest-launches/chunk-line.ts';
import { ChunkLine } from '../../../functions/ingest-launches/chunk-line.ts';

const chunk = (...ids: string[]) => ids.map((id) => ({ id })) as Launch[];
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** A line whose chunks end when they are told to. */
const lineOf = () => {
  const reach: Reach = { progress: null };
  const begun: string[] = [];
  const work = new Map<string, PromiseWithResolvers<void>>();
  const line = new ChunkLine((launches) => {
    const name = launches.map(({ id }) => id).join();
    begun.push(name);
    const ends = Promise.withResolvers<void>();
    work.set(name, ends);
    return ends.promise;
  }, reach);
  return {
    line,
    reach,
    begun,
    end: (name: string) => work.get(name)!.resolve(),
    fail: (name: string) => work.get(name)!.reject(new Error(`${name} failed`)),
  };
};

describe('chunks under way at once', () => {
  it('are four at most', async () => {
    const { line, begun, end } = lineOf();
    const adding = ['a', 'b', 'c', 'd', 'e'].map((id) => line.add(chunk(id), id));
    await soon();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    end('a');
    await Promise.all(adding);
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
    ['b', 'c', 'd', 'e'].forEach(end);
    await line.finish();
  });

  it('count as progress only when all before them are done', async () => {
    const { line, reach, end } = lineOf();
    for (const id of ['a', 'b', 'c']) await line.add(chunk(id), `after ${id}`);
    const finished = line.finish();
    end('c');
    end('b');
    await soon();
    expect(reach.progress).toBeNull();
    end('a');
    await finished;
    expect(reach.progress).toEqual({ resumeFrom: 'after c' });
  });

  it('that say nothing of where to go on leave the progress as it was', async () => {
    const { line, reach, end } = lineOf();
    await line.add(chunk('a'), 'after a');
    await line.add(chunk('b'), null);
    end('a');
    end('b');
    await line.finish();
    expect(reach.progress).toEqual({ resumeFrom: 'after a' });
  });

  it('never hold the same launch', async () => {
    const { line, begun, end } = lineOf();
    await line.add(chunk('a', 'b'), null);
    await line.add(chunk('c'), null);
    const adding = line.add(chunk('b', 'd'), null);
    end('c');
    await soon();
    expect(begun).toEqual(['a,b', 'c']);
    end('a,b');
    await adding;
    expect(begun).toEqual(['a,b', 'c', 'b,d']);
    end('b,d');
    await line.finish();
  });
});

describe('a chunk that fails', () => {
  it('is told once those before it are done, and nothing after it is progress', async () => {
    const { line, reach, end, fail } = lineOf();
    for (const id of ['a', 'b', 'c']) await line.add(chunk(id), `after ${id}`);
    const finished = line.finish();
    fail('b');
    end('c');
    end('a');
    await expect(finished).rejects.toThrow('b failed');
    expect(reach.progress).toEqual({ resumeFrom: 'after a' });
  });

  it('is told to who would begin another, which is not begun', async () => {
    const { line, begun, end, fail } = lineOf();
    for (const id of ['a', 'b', 'c', 'd']) await line.add(chunk(id), null);
    fail('a');
    await expect(line.add(chunk('e'), null)).rejects.toThrow('a failed');
    expect(begun).not.toContain('e');
    ['b', 'c', 'd'].forEach(end);
    await expect(line.finish()).rejects.toThrow('a failed');
  });

  it('lets the others end before it is told', async () => {
    const { line, end, fail } = lineOf();
    await line.add(chunk('a'), null);
    await line.add(chunk('b'), null);
    let isTold = false;
    const finished = line.finish().finally(() => (isTold = true));
    fail('a');
    await soon();
    expect(isTold).toBe(false);
    end('b');
    await expect(finished).rejects.toThrow('a failed');
  });
});
