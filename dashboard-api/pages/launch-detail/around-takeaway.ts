import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import { missionLabel } from '../overview/mission.ts';
import { isKnownOutcome, isMishap } from '../overview/outcomes.ts';

const isKnown = ({ launch_status }: LaunchSummary): boolean => isKnownOutcome(launch_status);

/** How many at the end of the list pass a test on end. */
const runLength = (
  launches: readonly LaunchSummary[],
  test: (launch: LaunchSummary) => boolean,
): number => {
  const last = launches.findLastIndex((launch) => !test(launch));
  return launches.length - 1 - last;
};

const isSuccess = ({ launch_status }: LaunchSummary): boolean => launch_status === 'success';

const describeSuccess = (
  earlier: readonly LaunchSummary[],
  { text, formats }: Localization,
): string => {
  const run = runLength(earlier, isSuccess) + 1;
  const last = earlier.at(-1);
  if (run > 1) return text('around.success.run', { ordinal: formats.ordinal(run) });
  return last === undefined
    ? text('around.success.first')
    : text('around.success.after', { name: missionLabel(last) });
};

const describeMishap = (
  earlier: readonly LaunchSummary[],
  { text, formats }: Localization,
): string => {
  const run = runLength(earlier, isMishap) + 1;
  if (run > 1) return text('around.short.run', { ordinal: formats.ordinal(run) });
  const ended = runLength(earlier, isSuccess);
  return ended === 0 ? text('around.short.first') : text('around.short.ended', { count: ended });
};

/** How those before it went, for a launch that cannot be counted with them yet. */
const describeBefore = (earlier: readonly LaunchSummary[], { text }: Localization): string => {
  const count = runLength(earlier, isSuccess);
  if (count > 0) return text('around.before', { count });
  return text(earlier.length === 0 ? 'around.before.none' : 'around.before.short');
};

/** What the launch was to those with a known outcome before it. */
const describeLaunch = (
  earlier: readonly LaunchSummary[],
  launch: LaunchSummary,
  localization: Localization,
): string[] => {
  if (isSuccess(launch)) return [describeSuccess(earlier, localization)];
  if (isMishap(launch)) return [describeMishap(earlier, localization)];
  const before = describeBefore(earlier, localization);
  return launch.launch_status === 'unknown'
    ? [localization.text('around.unknown'), before]
    : [before];
};

/** What became of those after it; nothing where none of them has a known outcome. */
const describeAfter = (
  launch: LaunchSummary,
  later: readonly LaunchSummary[],
  { text }: Localization,
): string[] => {
  const count = later.length;
  if (count === 0) return [];
  const short = later.filter(isMishap).length;
  if (short > 0) return [text('around.after.short', { short, count })];
  return [text(isSuccess(launch) ? 'around.after.too' : 'around.after.succeeded', { count })];
};

/**
 * The point of the picture in a few sentences. Launches without a known outcome end no series and
 * are no part of one.
 * @param earlier all launches before it, oldest first
 * @param after those the picture shows after it
 */
export const describeAround = (
  earlier: readonly LaunchSummary[],
  launch: LaunchSummary,
  after: readonly LaunchSummary[],
  localization: Localization,
): string =>
  [
    ...describeLaunch(earlier.filter(isKnown), launch, localization),
    ...describeAfter(launch, after.filter(isKnown), localization),
  ].join(' ');
