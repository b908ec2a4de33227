import type { ChartContext } from './chart-options.ts';
import { axisLabels } from './chart-options.ts';

const DAY = 24 * 3600 * 1000;
/** Longer spans start at the beginning of a year. */
const FULL_YEARS_FROM = 3 * 365.25 * DAY;
/** Longer spans are labelled by years alone. */
const YEARS_ONLY_FROM = 5 * 365 * DAY;
/** Shorter spans would be labelled by hours, of which the days know nothing. */
const MIN_SPAN = 3 * DAY;

/** About what a month and its year take, what a space does, and what is kept between two; in CSS pixels. */
const LABEL_WIDTH = 50;
const SPACE_WIDTH = 3.3;
const GAP = 10;
const NO_BREAK_SPACE = '\u00a0';

/** Start of a UTC day, `YYYY-MM-DD`, in milliseconds since 1970. */
export const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * Where the axis starts: at the first day of the range, or of its year where the range is long.
 * @param end where the axis ends, in milliseconds since 1970
 */
export const startOf = (from: string, end: number): number => {
  if (end - time(from) > FULL_YEARS_FROM) return time(`${from.slice(0, 4)}-01-01`);
  return Math.min(time(from), end - MIN_SPAN);
};

/**
 * ApexCharts labels every month and then drops what overlaps, so that months of 28 to 31 days on the verge of
 * overlapping are dropped here and there. Spaces round the labels push them off the verge: all months have
 * room, or every second, third and so on has.
 */
const monthFormat = (days: number, width: number): string => {
  const day = width / days;
  const months = Math.ceil((LABEL_WIDTH + GAP) / (28 * day));
  const wanted = months === 1 ? 0 : (months - 0.5) * 30 * day - GAP;
  const spaces = Math.max(0, Math.round((wanted - LABEL_WIDTH) / 2 / SPACE_WIDTH));
  const padding = NO_BREAK_SPACE.repeat(spaces);
  return `${padding}MMM yyyy${padding}`;
};

/** The axis of time between two instants, in milliseconds since 1970. */
export const timeAxis = (start: number, end: number, context: ChartContext): ApexXAxis => {
  const month = monthFormat((end - start) / DAY, context.width);
  return {
    type: 'datetime',
    min: start,
    max: end,
    axisTicks: { show: false },
    axisBorder: { color: context.palette.line_strong },
    tooltip: { enabled: false },
    crosshairs: { stroke: { color: context.palette.control, width: 1, dashArray: 0 } },
    labels: {
      ...axisLabels(context),
      datetimeFormatter: {
        year: end - start > YEARS_ONLY_FROM ? 'yyyy' : month,
        month,
        day: 'd MMM',
      },
    },
  };
};
