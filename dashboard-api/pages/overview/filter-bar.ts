import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import type { PageAddress } from '../query/page-links.ts';
import { formFields, pageLink, unfiltered, withDays, withSource } from '../query/page-links.ts';
import { isFiltering } from '../query/page-filter.ts';
import type { PageQuery, QueryNotice } from '../query/page-query.ts';
import type { Period } from '../query/periods.ts';
import { periodsUntil } from '../query/periods.ts';
import { padLabels } from './pad-labels.ts';
import type { DateFieldView, FilterBarView, LinkView } from './views.ts';

/** What the filter bar is made of. */
export interface FilterBarInput {
  /** The page it stands on. */
  address: PageAddress;
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  /** All launches of the source, oldest first. */
  launches: readonly LaunchSummary[];
  /** ISO 8601 UTC. */
  now: string;
}

/** First day with a launch, and the last or today: what the fields show while they do not filter. */
const wholeSpan = ({ launches, now }: FilterBarInput): Record<'from' | 'to', string> => {
  const today = dayOf(now);
  const [first, last] = [launches[0], launches.at(-1)];
  const end = last ? dayOf(last.launch_date) : today;
  return { from: first ? dayOf(first.launch_date) : '', to: end > today ? end : today };
};

const dateFields = (input: FilterBarInput, { text }: Localization): DateFieldView[] => {
  const whole = wholeSpan(input);
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

const padNames = ({ query, launches }: FilterBarInput): string[] => {
  const wanted = launches
    .map(({ launchpad_id, launchpad_name }) => ({ id: launchpad_id, name: launchpad_name }))
    .filter(({ id, name }) => query.launchpads.some((pad) => pad === id || pad === name));
  const pads = new Map(wanted.map((pad) => [pad.id, pad]));
  return [...padLabels([...pads.values()]).values()];
};

const rocketNames = ({ query, launches }: FilterBarInput): string[] => [
  ...new Set(
    launches
      .filter(({ rocket_id, rocket_name }) =>
        query.rockets.some((rocket) => rocket === rocket_id || rocket === rocket_name),
      )
      .map(({ rocket_name }) => rocket_name),
  ),
];

const describeOthers = (input: FilterBarInput, { text, formats }: Localization): string | null => {
  const fields = [
    { field: 'status', names: input.query.statuses.map((status) => text(`outcome.${status}`)) },
    { field: 'launchpad', names: padNames(input) },
    { field: 'rocket', names: rocketNames(input) },
  ];
  const filters = fields
    .filter(({ names }) => names.length > 0)
    .map(({ field, names }) => `${text(`field.${field}`)}: ${formats.list(names)}`);
  return filters.length === 0 ? null : text('filter.others', { filters: filters.join(' · ') });
};

const sentenceOf = ({ field, reason, value }: QueryNotice, { text }: Localization): string =>
  text(`notice.${reason}`, { field: text(`field.${field}`), value });

/** What the form carries along: all of the page's address but its days. */
const hiddenFields = ({ address, query, sources }: FilterBarInput): FilterBarView['hidden'] =>
  formFields(address, withDays(query, { from: null, to: null }), sources[0]);

/** The form and links that set the filter. */
export const buildFilterBar = (
  input: FilterBarInput,
  localization: Localization,
): FilterBarView => ({
  action: input.address.path,
  dates: dateFields(input, localization),
  hidden: hiddenFields(input),
  periods: periodLinks(input, localization),
  sources: input.sources.length > 1 ? sourceLinks(input, localization) : [],
  resetHref: pageLink({ ...input.address, search: [] }, unfiltered(input.query), input.sources[0]),
  isFiltering: isFiltering(input.query) || input.address.search.length > 0,
  others: describeOthers(input, localization),
  notices: input.query.notices.map((notice) => sentenceOf(notice, localization)),
});
