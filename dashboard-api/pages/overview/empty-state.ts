import { dayOf } from '../../../domain/launches/dates.ts';
import { matcher, NO_FILTER } from '../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import type { PageQuery } from '../query/page-query.ts';
import { padLabels } from './pad-labels.ts';
import type { Selection } from './selection.ts';
import type { EmptyView } from './views.ts';

/** "Falcon Heavy has not flown from SLC-4E", where one of each was asked for and they never met. */
const neverMet = (
  launches: readonly LaunchSummary[],
  { launchpads, rockets }: PageQuery,
  { text }: Localization,
): string | null => {
  const [padId, rocketName] = [launchpads[0], rockets[0]];
  const pad = launches.find(({ launchpad_id }) => launchpad_id === padId);
  if (launchpads.length !== 1 || rockets.length !== 1 || !pad) return null;
  if (launches.some(matcher({ ...NO_FILTER, launchpads, rockets }))) return null;
  const rocket = launches.find(
    ({ rocket_id, rocket_name }) => rocketName === rocket_name || rocketName === rocket_id,
  );
  const { launchpad_id: id, launchpad_name: name } = pad;
  const label = padLabels([{ id, name }]).get(id) ?? name;
  return rocket ? text('empty.never_met', { rocket: rocket.rocket_name, pad: label }) : null;
};

/** "No mission name contains “apollo”", whatever else is asked for. */
const neverCalled = (
  launches: readonly LaunchSummary[],
  { q }: PageQuery,
  { text }: Localization,
): string | null =>
  q === null || launches.some(matcher({ ...NO_FILTER, q })) ? null : text('empty.no_name', { q });

/** The days lie before the first or after the last launch that everything else leaves. */
const outsideDays = (
  { undated, asked }: Selection,
  launches: readonly LaunchSummary[],
  { text, formats }: Localization,
): string | null => {
  const [first, last] = [undated[0], undated.at(-1)];
  if (!first || !last) return null;
  const among = undated.length === launches.length ? 'source' : 'filter';
  if (asked.from !== null && asked.from > dayOf(last.launch_date)) {
    return text(`empty.after_last.${among}`, { day: formats.longDate(last.launch_date) });
  }
  return asked.to !== null && asked.to < dayOf(first.launch_date)
    ? text(`empty.before_first.${among}`, { day: formats.longDate(first.launch_date) })
    : null;
};

/**
 * What stands where no launch matches, with the reason where it can be said; null when some do.
 * @param launches all launches of the source
 * @param resetHref the page without filters
 */
export const buildEmptyState = (
  launches: readonly LaunchSummary[],
  query: PageQuery,
  selection: Selection,
  resetHref: string,
  localization: Localization,
): EmptyView | null => {
  const { text } = localization;
  if (selection.launches.length > 0) return null;
  if (launches.length === 0) {
    const reason = text('empty.nothing_read');
    return { title: text('empty.no_launches'), reason, resetHref: null };
  }
  const reason =
    neverMet(launches, query, localization) ??
    neverCalled(launches, query, localization) ??
    outsideDays(selection, launches, localization);
  return { title: text('empty.title'), reason, resetHref };
};
