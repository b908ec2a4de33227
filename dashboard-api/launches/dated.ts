/** How fresh an answer is: what its source was last read at, and whether the table has answered since. */
export interface Freshness {
  /** ISO 8601 UTC; null before the first ingestion run. */
  as_of: string | null;
  /** True while the table does not answer and this is the last good data. */
  stale: boolean;
}

/** An answer with its freshness, for answers that have no room for it in their body. */
export interface Dated<T> {
  body: T;
  freshness: Freshness;
}

export const dated = <T>({ as_of, stale }: Freshness, body: T): Dated<T> => ({
  body,
  freshness: { as_of, stale },
});
