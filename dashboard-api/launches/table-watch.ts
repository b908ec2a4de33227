import { TableError } from '../../domain/launches/repository/errors.ts';
import { isTurnedAway } from '../config/table-guard.ts';

/** Remembers whether the table answers, so that nobody waits for one that is known to be gone. */
export class TableWatch {
  private lastFailure: Error | null = null;

  /** @param onChange told when the table goes, with the reason, and when it is back, with null */
  constructor(private readonly onChange: (failure: Error | null) => void) {}

  /** Why the table does not answer at present; null while it does. */
  get failure(): Error | null {
    return this.lastFailure;
  }

  /**
   * Runs a read. Once one fails the following ones fail at once, until {@link note} is told that the table is back.
   * @throws TableError
   */
  async watched<T>(read: () => Promise<T>): Promise<T> {
    if (this.lastFailure !== null) throw this.lastFailure;
    try {
      return await read();
    } catch (error) {
      if (error instanceof TableError) this.note(error);
      throw error;
    }
  }

  /** Takes in what became of a read; null: it came back. */
  note(failure: Error | null): void {
    if (failure !== null && isTurnedAway(failure)) return;
    const changed = (failure === null) !== (this.lastFailure === null);
    this.lastFailure = failure;
    if (changed) this.onChange(failure);
  }
}
