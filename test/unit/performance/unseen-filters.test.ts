import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../helpers/random.ts';
import { take, unseenFilters } from '../../performance/benchmark/unseen-filters.ts';

const CHOICES = {
  days: ['2020-02-27', '2020-03-02'],
  rockets: ['188'],
  launchpads: ['80', '87'],
  words: ['star'],
} as const;

describe('filters nobody asked for before', () => {
  it('are never the same twice', () => {
    const queries = take(unseenFilters(CHOICES, seededRandom(1)), 200);
    expect(new Set(queries).size).toBe(200);
  });

  it('are of the days and names there are, in their order', () => {
    const queries = take(unseenFilters(CHOICES, seededRandom(2)), 200);
    const filters = queries.map((query) => Object.fromEntries(new URLSearchParams(query)));
    for (const { from, to } of filters) {
      expect(from! >= '2020-02-27' && from! <= to! && to! <= '2020-03-02').toBe(true);
    }
    const used = (name: string) => new Set(filters.map((filter) => filter[name]));
    expect(used('rocket')).toEqual(new Set([undefined, '188']));
    expect(used('launchpad')).toEqual(new Set([undefined, '80', '87']));
    expect(used('q')).toEqual(new Set([undefined, 'star']));
    expect(used('from').size).toBeGreaterThan(3);
  });

  it('are the same in every run', () => {
    const some = () => take(unseenFilters(CHOICES, seededRandom(3)), 20);
    expect(some()).toEqual(some());
  });
});
