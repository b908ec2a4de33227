import { dayOf } from '../../../domain/launches/dates.ts';
import { LONGEST_SEARCH } from '../../../domain/launches/filter.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import type { LinkView } from '../overview/views.ts';
import type { PageAddress } from '../query/page-links.ts';
import { formFields, pageLink, unfiltered, withDays, withSource } from '../query/page-links.ts';
import { isFiltering } from '../query/page-filter.ts';
import type { PageQuery, QueryNotice } from '../query/page-query.ts';
import type { Period } from '../query/periods.ts';
import { periodsUntil } from '../query/periods.ts';
import { wholeSpan } from '../query/whole-span.ts';
import { buildMenus } from './menus.ts';
import type { DateFieldView, FilterBarView, SearchView } from './views.ts';

/** What the filter bar is made of. */
export interface FilterBarInput {
  /** The page it stands on. */
  address: PageAddress;
  /** Its pads and rockets are looked up. */
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  /** All launches of the source, oldest first. */
  launches: readonly LaunchSummary[];
  /** ISO 8601 UTC. */
  now: string;
}

const dateFields = (input: FilterBarInput, { text }: Localization): DateFieldView[] => {
  const whole = wholeSpan(input.launches, input.now);
  return (['from', 'to'] as const).map((name) => ({
    name,
    label: text(`field.${name}`),
    value: input.query[name] ?? whole[name],
    isFiltering: input.query[name] !== null,
    isInvalid: input.query.notices.some(({ field }) => field === name),
  }));
};

const periodLinks = (
  { address, query, sources: [defaultSource], now }: FilterBarInput,
  { text }: Localization,
): LinkView[] =>
  periodsUntil(dayOf(now)).map((period: Period) => ({
    href: pageLink(address, withDays(query, period), defaultSource),
    label: text(`period.${period.name}`),
    isCurrent: query.from === period.from && query.to === period.to,
  }));

/** The same page over each of the sources. */
const sourceLinks = (
  { address, query, sources }: FilterBarInput,
  { text }: Localization,
): LinkView[] =>
  sources.map((source) => ({
    href: pageLink(address, withSource(query, source), sources[0]),
    label: text(`source.${source}`),
    isCurrent: source === query.source,
  }));

const sentenceOf = ({ field, reason, value }: QueryNotice, { text }: Localization): string =>
  text(`notice.${reason}`, { field: text(`field.${field}`), value });

const searchField = ({ q }: PageQuery): SearchView => ({
  value: q ?? '',
  maxLength: LONGEST_SEARCH,
  isFiltering: q !== null,
});

/** The form and links that set the filter. */
export const buildFilterBar = (
  input: FilterBarInput,
  localization: Localization,
): FilterBarView => {
  const { address, query, sources } = input;
  const linkTo = (other: PageQuery): string => pageLink(address, other, sources[0]);
  const menus = buildMenus({ ...input, linkTo }, localization);
  const search = searchField(query);
  const folded = [...menus, search].filter((control) => control.isFiltering).length;
  return {
    action: address.path,
    dates: dateFields(input, localization),
    hidden: formFields(address, query, sources[0]),
    periods: periodLinks(input, localization),
    menus,
    search,
    foldedFilters: folded === 0 ? null : localization.formats.number(folded),
    sources: sources.length > 1 ? sourceLinks(input, localization) : [],
    resetHref: linkTo(unfiltered(query)),
    isFiltering: isFiltering(query),
    notices: query.notices.map((notice) => sentenceOf(notice, localization)),
  };
};
