import type { SourceReport } from '../../sources/source-report.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import { isFrozen, isLate } from '../overview/source-age.ts';

/** What state a source is in, by a sign and a sentence. */
export interface ConditionView {
  /** Name of the icon, and of the colours where there are some. */
  kind: 'current' | 'neutral' | 'late' | 'saved';
  sentence: string;
}

const readingCondition = (
  { as_of: asOf, runs }: SourceReport,
  now: string,
  { text }: Localization,
): ConditionView => {
  if (asOf === null) {
    return { kind: 'neutral', sentence: text(runs.length > 0 ? 'data.unfinished' : 'data.never') };
  }
  const span = formatSpan(Math.max(0, Date.parse(now) - Date.parse(asOf)), text);
  return isLate(asOf, now)
    ? { kind: 'late', sentence: text('banner.late', { span }) }
    : { kind: 'current', sentence: text('data.current', { span }) };
};

const frozenCondition = (
  { launches }: SourceReport,
  now: string,
  { text, formats }: Localization,
): ConditionView | null => {
  const newest = launches?.newest ?? null;
  if (launches === null || newest === null || !isFrozen(launches.all, newest, now)) return null;
  const month = formats.month(newest.launch_date);
  return { kind: 'neutral', sentence: text('banner.frozen', { month }) };
};

/**
 * Everything there is to say of a source's state: whether the table answers, whether the source has stopped,
 * and when it was last read.
 * @param now ISO 8601 UTC
 */
export const buildConditions = (
  report: SourceReport,
  now: string,
  localization: Localization,
): ConditionView[] => {
  const { text } = localization;
  const saved = report.launches === null ? 'data.unreachable' : 'data.saved';
  return [
    ...(report.stale ? [{ kind: 'saved', sentence: text(saved) } as const] : []),
    ...[frozenCondition(report, now, localization)].filter((condition) => condition !== null),
    readingCondition(report, now, localization),
  ];
};
