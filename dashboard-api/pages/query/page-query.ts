import { isUtcDay } from '../../../domain/launches/dates.ts';
import { LONGEST_SEARCH } from '../../../domain/launches/filter.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchStatus } from '../../../domain/launches/status.ts';
import { LAUNCH_STATUSES } from '../../../domain/launches/status.ts';

export type QueryField = 'from' | 'to' | 'source' | 'status' | 'launchpad' | 'rocket' | 'q';

/** A part of the URL that was not applied: the page stays whole and says so. */
export interface QueryNotice {
  field: QueryField;
  reason: 'not_a_day' | 'after_to' | 'not_offered' | 'too_long';
  /** As it was asked for, at most 40 characters. */
  value: string;
}

/**
 * What a page's URL asks for. Days are inclusive UTC days; pads and rockets are names or ids until they
 * are looked up; `q` is part of a mission's name.
 */
export interface PageQuery {
  source: LaunchSource;
  from: string | null;
  to: string | null;
  statuses: readonly LaunchStatus[];
  launchpads: readonly string[];
  rockets: readonly string[];
  q: string | null;
  notices: readonly QueryNotice[];
}

export type RawQuery = Readonly<Record<string, unknown>>;

const MAX_SHOWN = 40;

export const createNotice = (
  field: QueryField,
  reason: QueryNotice['reason'],
  value: string,
): QueryNotice => ({ field, reason, value: value.slice(0, MAX_SHOWN) });

/** Texts of a parameter, in order; empty ones come from forms and mean nothing. */
export const textsOf = (raw: RawQuery, field: string): string[] => {
  const texts = [raw[field]].flat().filter((value): value is string => typeof value === 'string');
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
};

const readOne = <T extends string>(
  raw: RawQuery,
  field: QueryField,
  isValid: (text: string) => text is T,
  report: (value: string) => void,
): T | null => {
  const text = textsOf(raw, field).at(-1);
  if (text === undefined) return null;
  if (isValid(text)) return text;
  report(text);
  return null;
};

const isDay = (text: string): text is string => isUtcDay(text);
const isStatus = (text: string): text is LaunchStatus =>
  LAUNCH_STATUSES.includes(text as LaunchStatus);
const isSearch = (text: string): text is string => text.length <= LONGEST_SEARCH;

/**
 * Reads the query of a page. Unknown and empty parameters are ignored, of a repeated date, source or search
 * the last one counts, and what cannot be applied becomes a notice: a page never fails for its URL.
 * @param sources sources offered; the first is the one meant when none is named
 */
export const parsePageQuery = (
  raw: RawQuery,
  sources: readonly [LaunchSource, ...LaunchSource[]],
): PageQuery => {
  const notices: QueryNotice[] = [];
  const report =
    (field: QueryField, reason: QueryNotice['reason']) =>
    (value: string): void =>
      void notices.push(createNotice(field, reason, value));
  const isOffered = (text: string): text is LaunchSource => sources.some((name) => name === text);

  const from = readOne(raw, 'from', isDay, report('from', 'not_a_day'));
  const to = readOne(raw, 'to', isDay, report('to', 'not_a_day'));
  const source = readOne(raw, 'source', isOffered, report('source', 'not_offered'));
  const statuses = textsOf(raw, 'status');
  statuses.filter((text) => !isStatus(text)).forEach(report('status', 'not_offered'));
  const q = readOne(raw, 'q', isSearch, report('q', 'too_long'));
  const isReversed = from !== null && to !== null && from > to;
  if (isReversed) report('from', 'after_to')(from);
  return {
    source: source ?? sources[0],
    from: isReversed ? null : from,
    to: isReversed ? null : to,
    statuses: statuses.filter(isStatus),
    launchpads: textsOf(raw, 'launchpad'),
    rockets: textsOf(raw, 'rocket'),
    q,
    notices,
  };
};
