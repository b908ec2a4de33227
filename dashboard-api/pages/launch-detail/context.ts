import { yearOf } from '../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { hasFlown } from '../../../domain/launches/status.ts';
import type { LineView } from '../facts/lines.ts';
import { line } from '../facts/lines.ts';
import { hasTime } from '../language/formats.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import { padCode } from '../overview/pad-labels.ts';

/** Which of the launches this one is, by date: "174th of 674". */
const rankIn = (
  launches: readonly LaunchSummary[],
  id: string,
  { text, formats }: Localization,
): string => {
  const rank = launches.findIndex((one) => one.id === id) + 1;
  return text('context.rank', { rank: formats.ordinal(rank), total: launches.length });
};

/** Time since the launch before from the same pad; null where one of the two has no time of day. */
const sinceLast = (
  fromPad: readonly LaunchSummary[],
  id: string,
  { text }: Localization,
): string | null => {
  const index = fromPad.findIndex((one) => one.id === id);
  const [last, launch] = [fromPad[index - 1], fromPad[index]];
  if (!last || !launch) return null;
  if (![last, launch].every(({ launch_date_precision: known }) => hasTime(known))) return null;
  return formatSpan(Date.parse(launch.launch_date) - Date.parse(last.launch_date), text);
};

/**
 * Where a launch stands among those of its source that have flown; nothing for one that has not.
 * @param launches oldest first
 */
export const buildContext = (
  launches: readonly LaunchSummary[],
  id: string,
  localization: Localization,
): LineView[] => {
  const { text } = localization;
  const flown = launches.filter(({ launch_status: status }) => hasFlown(status));
  const launch = flown.find((one) => one.id === id);
  if (!launch) return [];
  const year = yearOf(launch.launch_date);
  const ofYear = flown.filter(({ launch_date: date }) => yearOf(date) === year);
  const fromPad = flown.filter(({ launchpad_id: pad }) => pad === launch.launchpad_id);
  const since = sinceLast(fromPad, id, localization);
  const pad = padCode(launch);
  return [
    line(text('context.all'), rankIn(flown, id, localization)),
    line(text('context.year', { year }), rankIn(ofYear, id, localization)),
    line(text('context.pad', { pad }), rankIn(fromPad, id, localization)),
    ...(since === null ? [] : [line(text('context.since'), since)]),
  ];
};
