import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { missionTypeName, orbitName } from '../language/facts.ts';
import type { Localization } from '../language/localization.ts';
import { FORMAT_TAGS } from '../language/languages.ts';
import { OUTCOMES, outcomeOf } from '../overview/outcomes.ts';
import { padName } from '../overview/pad-labels.ts';
import type { ListQuery, SortKey } from '../query/list-query.ts';

type SortValue = string | number | null;
type ValueOf = (launch: LaunchSummary, now: string, localization: Localization) => SortValue;

/** What a column is sorted by: the texts it shows, or the order of outcomes in legends. */
const VALUES: Readonly<Record<Exclude<SortKey, 'date'>, ValueOf>> = {
  mission: ({ mission_name }) => mission_name,
  outcome: (launch, now) => OUTCOMES.indexOf(outcomeOf(launch, now)),
  rocket: ({ rocket_name }) => rocket_name,
  pad: ({ launchpad_name }) => Object.values(padName(launchpad_name)).join(' '),
  orbit: ({ orbit }, _, localization) => orbitName(orbit, localization),
  type: ({ mission_type }, _, localization) => missionTypeName(mission_type, localization),
};

const compareValues = (a: SortValue, b: SortValue, { compare }: Intl.Collator): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));

/**
 * Launches in the order asked for. Those that are equal in it come newest first, and those without a
 * value last, whichever the direction.
 * @param launches oldest first
 * @param now ISO 8601 UTC
 */
export const sortLaunches = (
  launches: readonly LaunchSummary[],
  { sort, order }: Pick<ListQuery, 'sort' | 'order'>,
  now: string,
  localization: Localization,
): readonly LaunchSummary[] => {
  if (sort === 'date') return order === 'asc' ? launches : launches.toReversed();
  const collator = new Intl.Collator(FORMAT_TAGS[localization.language], { numeric: true });
  const direction = order === 'asc' ? 1 : -1;
  const valued = launches
    .toReversed()
    .map((launch) => ({ launch, value: VALUES[sort](launch, now, localization) }));
  const known = valued.filter(({ value }) => value !== null);
  const missing = valued.filter(({ value }) => value === null);
  known.sort((a, b) => direction * compareValues(a.value, b.value, collator));
  return [...known, ...missing].map(({ launch }) => launch);
};
