import type { DatePrecision } from '../../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../../domain/launches/launch.ts';
import { isUnconfirmed, nextLaunch } from '../../../../domain/launches/upcoming.ts';
import { hasTime } from '../../language/formats.ts';
import { formatLaunchDate } from '../../language/launch-dates.ts';
import type { Localization } from '../../language/localization.ts';
import { launchTimeView } from '../../language/times.ts';
import { formatSpan } from '../../language/spans.ts';
import { missionLabel } from '../mission.ts';
import { padCode } from '../pad-labels.ts';
import type { Selection } from '../selection.ts';
import type { TileView } from '../views.ts';

/** What a date known only to the day, the month or longer still lacks. */
const missingPart = (precision: DatePrecision): 'time' | 'day' | 'month' => {
  if (precision === 'day') return 'time';
  return precision === 'month' ? 'day' : 'month';
};

/** When and where: a time where there is one, else what it lacks in words. */
const whenLine = (
  launch: LaunchSummary,
  localization: Localization,
): Pick<TileView, 'lines' | 'when'> => {
  const name = missionLabel(launch);
  const rest = ` · ${padCode(launch)}`;
  const { launch_date_precision: precision } = launch;
  if (hasTime(precision)) {
    return { lines: [name], when: { time: launchTimeView(launch, localization), rest } };
  }
  const missing = localization.text(`tile.next.no_${missingPart(precision)}`);
  return { lines: [name, `${missing}${rest}`] };
};

const MINUTE_MS = 60_000;

/** Time left in whole minutes: the last one counts until it is over. */
const roundUp = (millis: number): number => Math.ceil(millis / MINUTE_MS) * MINUTE_MS;

const noneTile = ({ fleet, now }: Selection, label: string, { text }: Localization): TileView => {
  const count = fleet.filter((launch) => isUnconfirmed(launch, now)).length;
  return {
    label,
    value: text('tile.next.none'),
    kind: 'none',
    countdownTo: null,
    badge: null,
    lines: count === 0 ? [] : [text('tile.next.unconfirmed', { count })],
    valueHref: null,
    lineHref: null,
  };
};

/**
 * The launch that comes next from the pads and on the rockets asked for. It is counted down to only
 * where its time is known to the hour or better, and is still to come.
 */
export const nextTile = (selection: Selection, localization: Localization): TileView => {
  const { text } = localization;
  const label = text('tile.next');
  const launch = nextLaunch(selection.fleet, selection.now);
  if (launch === null) return noneTile(selection, label, localization);
  const left = Date.parse(launch.launch_date) - Date.parse(selection.now);
  const isCounting = hasTime(launch.launch_date_precision) && left > 0;
  return {
    label,
    value: isCounting
      ? text('tile.next.in', { span: formatSpan(roundUp(left), text) })
      : formatLaunchDate(launch, localization),
    kind: isCounting ? 'number' : 'text',
    countdownTo: isCounting ? launch.launch_date : null,
    badge: null,
    ...whenLine(launch, localization),
    valueHref: null,
    lineHref: selection.links.launch(launch.id),
  };
};
