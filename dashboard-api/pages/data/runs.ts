import type { PublicRun } from '../../sources/public-run.ts';
import { instantView } from '../language/times.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import type { TimeView } from '../language/times.ts';

/** Counts of a run, in the order of the table. */
const COUNTS = ['inserted', 'updated', 'moved', 'missing', 'unchanged', 'rejected'] as const;
type Count = (typeof COUNTS)[number];

export interface RunRow {
  started: TimeView;
  /** How long it took. */
  span: string;
  counts: string[];
  /** Whether it read all it was asked to. */
  complete: string;
}

/** What the last runs changed. */
export interface RunsView {
  summary: string;
  columns: string[];
  /** Newest first. */
  rows: RunRow[];
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

const countOf = (run: PublicRun, count: Count): number => run[`${count}_items`];

const describeSpan = (run: PublicRun, { text }: Localization): string => {
  const millis = Date.parse(run.ended_at) - Date.parse(run.started_at);
  return millis < MINUTE_MS
    ? text('span.seconds', { amount: Math.round(millis / SECOND_MS) })
    : formatSpan(millis, text);
};

const total = (runs: readonly PublicRun[], count: Count): number =>
  runs.reduce((sum, run) => sum + countOf(run, count), 0);

const summarize = (runs: readonly PublicRun[], { text, formats }: Localization): string => {
  const oldest = runs.at(-1);
  if (oldest === undefined) return text('data.runs.none');
  const day = formats.shortDate(oldest.started_at);
  const [inserted, updated, moved] = [
    total(runs, 'inserted'),
    total(runs, 'updated'),
    total(runs, 'moved'),
  ];
  return text('data.runs.summary', { count: runs.length, day, inserted, updated, moved });
};

/** @param runs newest first */
export const buildRuns = (runs: readonly PublicRun[], localization: Localization): RunsView => {
  const { text, formats } = localization;
  return {
    summary: summarize(runs, localization),
    columns: COUNTS.map((count) => text(`data.runs.${count}`)),
    rows: runs.map((run) => ({
      started: instantView(run.started_at, localization),
      span: describeSpan(run, localization),
      counts: COUNTS.map((count) => formats.number(countOf(run, count))),
      complete: text(run.complete ? 'data.runs.whole' : 'data.runs.part'),
    })),
  };
};
