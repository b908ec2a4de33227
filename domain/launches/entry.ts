/** What a map has under a key; what `make` gives is put there where it has nothing yet. */
export const entryOf = <K, T>(map: Map<K, T>, key: K, make: () => T): T => {
  let entry = map.get(key);
  if (entry === undefined) map.set(key, (entry = make()));
  return entry;
};
