import type { LaunchSource } from '../keys.ts';
import type { Launch } from '../launch.ts';
import type { SourceBudget } from './budget.ts';

/** Inclusive span of launch dates, ISO 8601 UTC with milliseconds; null: no end on that side. */
export interface DateSpan {
  from: string | null;
  to: string | null;
}

/** What to read: a span, and with `refresh` whatever else of the source may have changed. */
export interface SourceWindow extends DateSpan {
  refresh: boolean;
}

/** A document that is not a launch: `id` where it could be read, and what is wrong with it. */
export interface Rejection {
  id: string | null;
  reason: string;
}

export interface SourcePage {
  launches: Launch[];
  rejected: Rejection[];
  /** Where to go on when nothing after this page is read. */
  resumeFrom: string | null;
}

/** Reads one launch API. */
export interface SourceClient {
  source: LaunchSource;
  /**
   * Launches of a window, a page at a time, oldest first as far as the source sorts them.
   * @param ingestedAt stamped on every launch
   * @throws SourceError, OutOfBudgetError
   */
  pages(window: SourceWindow, budget: SourceBudget, ingestedAt: string): AsyncGenerator<SourcePage>;
}
