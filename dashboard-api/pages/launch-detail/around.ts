import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import { buildLegend } from '../overview/legend.ts';
import type { Outcome } from '../overview/outcomes.ts';
import { countOutcomes, isMishap, outcomeOf } from '../overview/outcomes.ts';
import type { LegendItem } from '../overview/views.ts';
import { describeAround } from './around-takeaway.ts';

/** Launches shown on either side. */
const REACH = 30;
const SLOTS = 2 * REACH + 1;
const SLOT_WIDTH = 100 / SLOTS;
/** Part of a slot that its bar fills, and that the frame round this launch's does. */
const BAR = 0.82;
const FRAME = 1.3;
/** Launches on a side from which its date stands clear of the words in the middle, on any screen. */
const ROOM_FOR_DATE = 20;

/** A launch in the picture; places are shares of its width, `12.3%`. */
export interface AroundBarView {
  outcome: Outcome;
  x: string;
  width: string;
  /** Middle of the bar, where it has a sign of its own above it; null where colour and texture say enough. */
  signX: string | null;
}

/** The launches before and after one as a picture, this launch always in its middle. */
export interface AroundView {
  takeaway: string;
  /** What the picture shows, for whoever does not see it. */
  label: string;
  before: AroundBarView[];
  current: AroundBarView & { frameX: string; frameWidth: string };
  after: AroundBarView[];
  /** Months of the ends, and where; null where there is no room or nothing. */
  first: { x: string; month: string } | null;
  last: { x: string; month: string } | null;
  /** The outcomes that occur; empty where it is one. */
  legend: LegendItem[];
}

const percent = (value: number): string => `${value.toFixed(3)}%`;

/** @param offset place counted from this launch: -1 is the one before */
const slotStart = (offset: number): number => (REACH + offset) * SLOT_WIDTH;

const barAt = (offset: number, launch: LaunchSummary, now: string): AroundBarView => ({
  outcome: outcomeOf(launch, now),
  x: percent(slotStart(offset) + (SLOT_WIDTH * (1 - BAR)) / 2),
  width: percent(SLOT_WIDTH * BAR),
  signX: isMishap(launch) ? percent(slotStart(offset) + SLOT_WIDTH / 2) : null,
});

const frame = {
  frameX: percent(slotStart(0) - (SLOT_WIDTH * (FRAME - 1)) / 2),
  frameWidth: percent(SLOT_WIDTH * FRAME),
};

const label = (
  before: readonly LaunchSummary[],
  launch: LaunchSummary,
  after: readonly LaunchSummary[],
  legend: readonly LegendItem[],
  now: string,
  { text, formats }: Localization,
): string => {
  const outcome = text(`outcome.${outcomeOf(launch, now)}`);
  const counts = legend.map(({ name, count }) => `${name} ${count}`);
  const sides = { before: before.length, after: after.length };
  return text('around.label', { ...sides, outcome, counts: formats.list(counts) });
};

/**
 * The launches around one.
 * @param launches of its source, oldest first, with the launch among them
 * @param now ISO 8601 UTC
 * @returns null for a launch without any others
 */
export const buildAround = (
  launches: readonly LaunchSummary[],
  id: string,
  now: string,
  localization: Localization,
): AroundView | null => {
  const index = launches.findIndex((one) => one.id === id);
  const launch = launches[index];
  if (launch === undefined || launches.length === 1) return null;
  const before = launches.slice(Math.max(0, index - REACH), index);
  const after = launches.slice(index + 1, index + 1 + REACH);
  const legend = buildLegend(countOutcomes([...before, launch, ...after], now), localization);
  const monthOf = (one: LaunchSummary): string =>
    localization.formats.monthAndYear(one.launch_date);
  return {
    takeaway: describeAround(launches.slice(0, index), launch, after, localization),
    label: label(before, launch, after, legend, now, localization),
    before: before.map((one, place) => barAt(place - before.length, one, now)),
    current: { ...barAt(0, launch, now), ...frame },
    after: after.map((one, place) => barAt(place + 1, one, now)),
    first:
      before.length < ROOM_FOR_DATE
        ? null
        : { x: percent(slotStart(-before.length)), month: monthOf(before[0]!) },
    last:
      after.length < ROOM_FOR_DATE
        ? null
        : { x: percent(slotStart(after.length + 1)), month: monthOf(after.at(-1)!) },
    legend: legend.length > 1 ? legend : [],
  };
};
