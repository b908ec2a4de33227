import { dayOf, startOfDay } from '../../../domain/launches/dates.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { hasFlown } from '../../../domain/launches/status.ts';
import { hasTime } from '../language/formats.ts';
import { formatLaunchTime } from '../language/launch-dates.ts';
import type { Localization } from '../language/localization.ts';
import { outcomeOf } from '../overview/outcomes.ts';

/** The dates a launch has had. */
export interface DatesView {
  /** How far the date moved; null where that cannot be said in days. */
  summary: string | null;
  /** Oldest first. */
  earlier: { date: string; seen: string }[];
  date: string;
  /** What the last date is: that of the flight, or the plan. */
  state: string;
}

const DAY_MS = 24 * 3600 * 1000;

/** How exactly an earlier date was known is not kept; midnight then stands for a day without a time. */
const formatEarlier = (date: string, { formats }: Localization): string =>
  date === startOfDay(dayOf(date)) ? formats.shortDate(date) : formats.dateTime(date);

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS);

const summarize = (launch: Launch, { text }: Localization): string | null => {
  const { launch_date: date, launch_date_precision: precision, previous_dates } = launch;
  const [first] = previous_dates;
  if (first === undefined || !(hasTime(precision) || precision === 'day')) return null;
  const days = daysBetween(first.launch_date, date);
  if (days === 0) return null;
  const verb = hasFlown(launch.launch_status) ? 'flown' : 'planned';
  const count = Math.abs(days);
  return text(`dates.${verb}.${days > 0 ? 'after' : 'before'}`, { count });
};

/**
 * @param now ISO 8601 UTC
 * @returns null for a launch that has kept its date
 */
export const buildDates = (
  launch: Launch,
  now: string,
  localization: Localization,
): DatesView | null => {
  const { text, formats } = localization;
  if (launch.previous_dates.length === 0) return null;
  const outcome = outcomeOf(launch, now);
  const isPlan = outcome === 'upcoming' || outcome === 'unconfirmed';
  return {
    summary: summarize(launch, localization),
    earlier: launch.previous_dates.map(({ launch_date: date, seen_until: seenUntil }) => ({
      date: formatEarlier(date, localization),
      seen: text('dates.seen_until', { day: formats.shortDate(seenUntil) }),
    })),
    date: formatLaunchTime(launch, localization),
    state: isPlan ? text(`outcome.${outcome}`) : text('dates.state.flown'),
  };
};
