import type { LaunchSource } from '../keys.ts';
import { SourceError } from './errors.ts';

/** Holds what a source gave against what it said there is: an answer cut short is not a complete one. */
export class Tally {
  private readonly source: LaunchSource;
  private received = 0;

  constructor(source: LaunchSource) {
    this.source = source;
  }

  add(documents: readonly unknown[]): void {
    this.received += documents.length;
  }

  /**
   * To be called after the last page.
   * @param announced how many documents the source said there are; null or undefined: it did not say
   * @throws SourceError when fewer came
   */
  close(announced: number | null | undefined): void {
    if (announced == null || this.received >= announced) return;
    const message = `unexpected answer: ${this.received} of ${announced} launches`;
    throw new SourceError(this.source, message);
  }
}
