import type { LaunchKey } from '../keys.ts';
import type { Launch } from '../launch.ts';
import { deleteItems, putItems } from './batches.ts';
import type { LaunchTable } from './client.ts';

/** Writes launches. Every method throws {@link TableError} when the table fails. */
export class LaunchWriter {
  private readonly table: LaunchTable;

  constructor(table: LaunchTable) {
    this.table = table;
  }

  /** Puts every launch, replacing what is under its key; ids must be distinct. */
  async put(launches: readonly Launch[]): Promise<void> {
    await putItems(this.table, launches);
  }

  /** Deletes the items under the keys; keys must be distinct. */
  async delete(keys: readonly LaunchKey[]): Promise<void> {
    await deleteItems(this.table, keys);
  }
}
