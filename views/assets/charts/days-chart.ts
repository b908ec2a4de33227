import type { ApexOptions } from 'apexcharts';
import type { DayRow, OutcomeCounts, PageData } from '../page-data.ts';
import type { ChartContext } from './chart-options.ts';
import { columnChart, columnsWidth, hasTotals } from './column-chart.ts';
import type { Formats } from './formats.ts';
import { barMarks } from './marks.ts';
import { outcomeSeries } from './outcomes.ts';
import { outcomeRows } from './tooltip.ts';

/** Narrower days cannot be told apart. In CSS pixels. */
const MIN_DAY_WIDTH = 4.5;
const LABEL_WIDTH = 56;
const DAY_MS = 24 * 3600 * 1000;

/** Launches flown on one UTC day, `YYYY-MM-DD`. */
type Day = { key: string } & OutcomeCounts;

/** Every UTC day from one to another. */
const daysBetween = (from: string, to: string): string[] => {
  const start = Date.parse(from);
  const length = Math.max(0, Math.round((Date.parse(to) - start) / DAY_MS) + 1);
  return Array.from({ length }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  );
};

const daysOf = ({ range, days }: PageData): string[] => {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? daysBetween(range.from ?? first.date, last.date) : [];
};

const countDay = (key: string, flown: DayRow | undefined, data: PageData): Day => {
  const total = flown?.count ?? 0;
  const fell = (wanted: string): number =>
    data.mishaps.filter(({ date, status }) => date === key && status === wanted).length;
  const failed = fell('failed');
  const partial_failure = fell('partial_failure');
  const unknown = data.unknown_dates.filter((date) => date === key).length;
  const success = total - failed - partial_failure - unknown;
  return { key, success, partial_failure, failed, upcoming: 0, unconfirmed: 0, unknown, total };
};

const labelsOf = (days: readonly Day[], slot: number, formats: Formats): string[] => {
  const step = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  return days.map(({ key }, index) => (index % step === 0 ? formats.dayOfYear(key) : ''));
};

/** True where each day of the range is wide enough to see. */
export const daysFit = (context: ChartContext): boolean => {
  const { length } = daysOf(context.data);
  return length > 0 && columnsWidth(context) / length >= MIN_DAY_WIDTH;
};

/** How many launches flew on each day, empty days too: bars stacked by outcome. */
export const daysChart = (context: ChartContext): ApexOptions => {
  const { data, formats, palette } = context;
  const flown = new Map(data.days.map((day) => [day.date, day]));
  const days = daysOf(data).map((day) => countDay(day, flown.get(day), data));
  const slot = columnsWidth(context) / days.length;
  return columnChart(context, {
    keys: days.map(({ key }) => key),
    labels: labelsOf(days, slot, formats),
    totals: days.map(({ total }) => total),
    series: outcomeSeries(days, data.words),
    marks: barMarks(days, slot, hasTotals(slot), palette),
    describe: (index) => {
      const day = days[index] as Day;
      return {
        title: `${formats.date(day.key)} · ${formats.number(day.total)}`,
        rows: outcomeRows(day, data, formats),
        mishaps: data.mishaps.filter(({ date }) => date === day.key),
      };
    },
    partOf: (index) => {
      const day = days[index];
      return day && day.total > 0 ? { from: day.key, to: day.key } : null;
    },
  });
};
