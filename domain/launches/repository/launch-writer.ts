import type { LaunchKey } from '../keys.ts';
import type { Launch } from '../launch.ts';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { deleteItems, putItems } from './batches.ts';
import type { LaunchTable } from './client.ts';

/**
 * Batches of 25 under way at once. A new on-demand table takes 4,000 writes a second, each partition of its index
 * 1,000; answers take some 10 ms.
 */
export const WRITES_AT_ONCE = { least: 1, start: 8, most: 16 } as const;

/** Writes launches. Every method throws {@link TableError} when the table fails. */
export class LaunchWriter {
  private readonly table: LaunchTable;
  private readonly limit = new AdaptiveLimit(WRITES_AT_ONCE);

  constructor(table: LaunchTable) {
    this.table = table;
  }

  /** Puts every launch, replacing what is under its key; ids must be distinct. */
  async put(launches: readonly Launch[]): Promise<void> {
    await putItems(this.table, launches, this.limit);
  }

  /** Deletes the items under the keys; keys must be distinct. */
  async delete(keys: readonly LaunchKey[]): Promise<void> {
    await deleteItems(this.table, keys, this.limit);
  }
}
