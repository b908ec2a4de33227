import { dayOf } from '../../../domain/launches/dates.ts';
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
  const [padName, rocketName] = [launchpads[0], rockets[0]];
  const pad = launches.find(
    (one) => padName === one.launchpad_id || padName === one.launchpad_name,
  );
  const rocket = launches.find(
    (one) => rocketName === one.rocket_id || rocketName === one.rocket_name,
  );
  if (launchpads.length !== 1 || rockets.length !== 1 || !pad || !rocket) return null;
  const { launchpad_id: id, launchpad_name: name } = pad;
  const label = padLabels([{ id, name }]).get(id) ?? name;
  return text('empty.never_met', { rocket: rocket.rocket_name, pad: label });
};

const outsideDays = (
  { undated, asked }: Selection,
  { text, formats }: Localization,
): string | null => {
  const [first, last] = [undated[0], undated.at(-1)];
  if (!first || !last) return null;
  if (asked.from !== null && asked.from > dayOf(last.launch_date)) {
    return text('empty.after_last', { day: formats.longDate(last.launch_date) });
  }
  return asked.to !== null && asked.to < dayOf(first.launch_date)
    ? text('empty.before_first', { day: formats.longDate(first.launch_date) })
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
    selection.fleet.length === 0
      ? neverMet(launches, query, localization)
      : outsideDays(selection, localization);
  return { title: text('empty.title'), reason, resetHref };
};
