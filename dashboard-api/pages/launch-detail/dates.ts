import { dayOf, hasDay, latestMeaning, startOfDay } from '../../../domain/launches/dates.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { hasFlown } from '../../../domain/launches/status.ts';
import type { Localization } from '../language/localization.ts';
import type { TimeView } from '../language/times.ts';
import { dayView, instantView, launchTimeView } from '../language/times.ts';
import { outcomeOf } from '../overview/outcomes.ts';
import type { OtherSource } from './other-source.ts';

/** A date that a launch has or had. */
export interface DateEntryView {
  time: TimeView;
  /** How long it held, which source has it, or what it is: the flight or the plan. */
  note: string;
  /** The launch as the source that the note names has it. */
  href: string | null;
  /** True for the date it has, and for one that a later one took the place of. */
  isCurrent: boolean;
  isSuperseded: boolean;
}

/** The dates a launch has had. */
export interface DatesView {
  /** How far the date moved; null where that cannot be said in days. */
  summary: string | null;
  /** Those it no longer has, then the one it has, and a later one that another source has. */
  entries: DateEntryView[];
}

const DAY_MS = 24 * 3600 * 1000;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS);

/** @param first the first date recorded */
const summarize = (launch: Launch, first: string, { text }: Localization): string | null => {
  if (!hasDay(launch.launch_date_precision)) return null;
  const days = daysBetween(first, launch.launch_date);
  if (days === 0) return null;
  const verb = hasFlown(launch.launch_status) ? 'flown' : 'planned';
  return text(`dates.${verb}.${days > 0 ? 'after' : 'before'}`, { count: Math.abs(days) });
};

/** How exactly an earlier date was known is not kept; midnight then stands for a day without a time. */
const earlierTime = (date: string, localization: Localization): TimeView =>
  date === startOfDay(dayOf(date)) ? dayView(date, localization) : instantView(date, localization);

const earlierEntries = (
  { previous_dates }: Launch,
  localization: Localization,
): DateEntryView[] => {
  const { text, formats } = localization;
  return previous_dates.map(({ launch_date: date, seen_until: seenUntil }) => ({
    time: earlierTime(date, localization),
    note: text('dates.seen_until', { day: formats.shortDate(seenUntil) }),
    href: null,
    isCurrent: false,
    isSuperseded: true,
  }));
};

const currentEntry = (launch: Launch, now: string, localization: Localization): DateEntryView => {
  const outcome = outcomeOf(launch, now);
  const isPlan = outcome === 'upcoming' || outcome === 'unconfirmed';
  return {
    time: launchTimeView(launch, localization),
    note: localization.text(isPlan ? `outcome.${outcome}` : 'dates.state.flown'),
    href: null,
    isCurrent: true,
    isSuperseded: false,
  };
};

/** True where the less exact of the two dates can mean the other. */
const agree = (launch: Launch, { launch: other }: OtherSource): boolean =>
  [launch.launch_date_precision, other.launch_date_precision].some(
    (precision) =>
      latestMeaning(launch.launch_date, precision) === latestMeaning(other.launch_date, precision),
  );

const counterpartEntry = (
  launch: Launch,
  { source, launch: other, href }: OtherSource,
  localization: Localization,
): DateEntryView => ({
  time: launchTimeView(other, localization),
  note: localization.text(`source.${source}`),
  href,
  isCurrent: false,
  isSuperseded: other.launch_date < launch.launch_date,
});

/** The first date recorded of a launch; null where none is, or it is not known to the day. */
const firstDate = (
  { previous_dates }: Launch,
  superseded: OtherSource['launch'] | null,
): string | null => {
  const [first] = previous_dates;
  if (first !== undefined) return first.launch_date;
  return superseded && hasDay(superseded.launch_date_precision) ? superseded.launch_date : null;
};

/**
 * @param counterpart the launch in another source, whose date is told where it differs
 * @param now ISO 8601 UTC
 * @returns null for a launch that has kept its date, and whose date the sources agree on
 */
export const buildDates = (
  launch: Launch,
  counterpart: OtherSource | null,
  now: string,
  localization: Localization,
): DatesView | null => {
  const differing = counterpart && !agree(launch, counterpart) ? counterpart : null;
  const other = differing && counterpartEntry(launch, differing, localization);
  const entries = [
    ...earlierEntries(launch, localization),
    ...(other?.isSuperseded === true ? [other] : []),
    currentEntry(launch, now, localization),
    ...(other?.isSuperseded === false ? [other] : []),
  ];
  if (entries.length === 1) return null;
  const first = firstDate(launch, other?.isSuperseded === true ? differing!.launch : null);
  return { summary: first && summarize(launch, first, localization), entries };
};
