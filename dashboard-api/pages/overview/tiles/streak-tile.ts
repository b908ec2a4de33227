import type { LaunchSummary } from '../../../../domain/launches/launch.ts';
import { successStreak } from '../../../../domain/launches/statistics/streak.ts';
import { formatLaunchDate } from '../../language/launch-dates.ts';
import type { Localization } from '../../language/localization.ts';
import { missionLabel } from '../mission.ts';
import type { Selection } from '../selection.ts';
import type { TileView } from '../views.ts';

/** @param since the launch that ended the streak before; null when none ever fell short */
const contextOf = (
  since: LaunchSummary | null,
  { flown }: Selection,
  localization: Localization,
): string => {
  const { text } = localization;
  if (since !== null) {
    const day = formatLaunchDate(since, localization);
    const status = since.launch_status;
    return text(`tile.streak.since_${status}`, { name: missionLabel(since), day });
  }
  const [first] = flown;
  return first
    ? text('tile.streak.since_first', { day: formatLaunchDate(first, localization) })
    : '';
};

/** Successes in a row, up to the last of the launches that the page is about. */
export const streakTile = (selection: Selection, localization: Localization): TileView => {
  const { text, formats } = localization;
  const label = text('tile.streak');
  const plain = { label, countdownTo: null, badge: null, valueHref: null, lineHref: null };
  const { count, since } = successStreak(selection.launches);
  if (count === 0 && since === null) {
    return { ...plain, value: text('tile.success_rate.none'), kind: 'none', lines: [] };
  }
  const lines = [contextOf(since, selection, localization)];
  return { ...plain, value: formats.number(count), kind: 'number', lines };
};
