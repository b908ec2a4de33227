import { endOfDay, startOfDay } from '../../domain/launches/dates.ts';
import type { LaunchKey } from '../../domain/launches/keys.ts';
import type { Stretch } from '../../domain/launches/statistics/launch-count.ts';

/**
 * Index of the first item for which `test` holds, found by halves; the length where it holds for none.
 * @param items all for which it does not hold come before all for which it does
 */
export const firstIndex = <T>(items: readonly T[], test: (item: T) => boolean): number => {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
};

interface Days {
  from: string | null;
  to: string | null;
}

/**
 * Where the launches of some UTC days, inclusive, stand in a list: from the index `first` to before `end`.
 * @param launches in order of date
 */
export const stretchOf = (launches: readonly LaunchKey[], { from, to }: Days): Stretch => {
  const first =
    from === null ? 0 : firstIndex(launches, ({ launch_date }) => launch_date >= startOfDay(from));
  const end =
    to === null
      ? launches.length
      : firstIndex(launches, ({ launch_date }) => launch_date > endOfDay(to));
  return { first, end: Math.max(first, end) };
};

/**
 * Launches of some UTC days, inclusive; the very array where that is all of them.
 * @param launches in order of date
 */
export const ofDays = <T extends LaunchKey>(launches: readonly T[], days: Days): readonly T[] => {
  const { first, end } = stretchOf(launches, days);
  return first === 0 && end === launches.length ? launches : launches.slice(first, end);
};
