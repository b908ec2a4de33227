import type { LaunchSummary } from '../launch.ts';

/** Something that is counted over launches (or of them what it looks at), and can be counted part by part. */
export interface Tally<T, L = LaunchSummary> {
  /** Of no launches; new at each call. */
  none: () => T;
  /** Takes in one launch, in place: statistics add up thousands of them. Launches come oldest first. */
  add: (tally: T, launch: L) => void;
  /** What counting all parts in one would have given. They come oldest first, stay as they are, and may be part of it. */
  merge: (parts: readonly T[]) => T;
}

export const tallyOf = <T, L>({ none, add }: Tally<T, L>, launches: Iterable<L>): T => {
  const tally = none();
  for (const launch of launches) add(tally, launch);
  return tally;
};

/** How the launches that share a key are counted. */
export interface Counter<T> {
  /** Before the first launch of a key is added. */
  none: (first: LaunchSummary) => T;
  add: (counts: T, launch: LaunchSummary) => void;
  /** Both together, in a new object. */
  sum: (earlier: T, later: T) => T;
}

/** Counts launches by a key, in order of the first launch of each. */
export const perKey = <K, T>(
  keyOf: (launch: LaunchSummary) => K,
  { none, add, sum }: Counter<T>,
): Tally<Map<K, T>> => ({
  none: () => new Map(),
  add: (groups, launch) => {
    const key = keyOf(launch);
    let counts = groups.get(key);
    if (counts === undefined) groups.set(key, (counts = none(launch)));
    add(counts, launch);
  },
  merge: (parts) => {
    const merged = new Map<K, T>();
    for (const part of parts) {
      for (const [key, counts] of part) {
        const before = merged.get(key);
        merged.set(key, before === undefined ? counts : sum(before, counts));
      }
    }
    return merged;
  },
});

/** Adds numbers field by field, in a new object. */
export const sumOf = <T extends Readonly<Record<string, number>>>(a: T, b: T): T => {
  const sum: Record<string, number> = { ...a };
  for (const [field, number] of Object.entries(b)) sum[field] = (sum[field] ?? 0) + number;
  return sum as T;
};

/** Several things counted in one pass. */
export const together = <T extends object>(tallies: { [F in keyof T]: Tally<T[F]> }): Tally<T> => {
  const fields = Object.keys(tallies) as (keyof T)[];
  const each = (valueOf: <F extends keyof T>(field: F) => T[F]): T =>
    Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as T;
  return {
    none: () => each((field) => tallies[field].none()),
    add: (tally, launch) => {
      for (const field of fields) tallies[field].add(tally[field], launch);
    },
    merge: (parts) => each((field) => tallies[field].merge(parts.map((part) => part[field]))),
  };
};
