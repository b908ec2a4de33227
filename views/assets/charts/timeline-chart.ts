import type { ApexOptions } from 'apexcharts';
import type { DayRow } from '../page-data.ts';
import type { ChartContext } from './chart-options.ts';
import { axisSteps, countAxis, sharedOptions, tooltip } from './chart-options.ts';
import type { FilterPart } from './filter-part.ts';
import type { PointAnnotation } from './marks.ts';
import { mishapMarker, plainLabel } from './marks.ts';
import { countScale } from './scale.ts';
import { startOf, time, timeAxis } from './time-axis.ts';
import { fill } from '../words.ts';

/** Room that the label of the line at half takes beside it, in CSS pixels. */
const HALF_LABEL_WIDTH = 170;

/** Days on which something has flown; the count stands still on the others. */
export const flownDays = (days: readonly DayRow[]): DayRow[] =>
  days.filter(({ cumulative }, index) => cumulative > (days[index - 1]?.cumulative ?? 0));

const lastValue = (last: DayRow, { palette, formats }: ChartContext): PointAnnotation => ({
  x: time(last.date),
  y: last.cumulative,
  marker: {
    size: 4,
    fillColor: palette.success,
    strokeColor: palette.surface,
    strokeWidth: 2,
    shape: 'circle',
  },
  label: plainLabel(formats.number(last.cumulative), palette.ink, {
    textAnchor: 'end',
    offsetX: -7,
    offsetY: 8,
    fontWeight: 600,
  }),
});

const halfLine = (day: string, start: number, end: number, context: ChartContext) => {
  const { data, formats, palette } = context;
  const room = ((time(day) - start) / (end - start)) * context.width;
  const side =
    room > HALF_LABEL_WIDTH
      ? { textAnchor: 'end', offsetX: -5 }
      : { textAnchor: 'start', offsetX: 5 };
  const place = { ...side, offsetY: 10, fontWeight: 400 };
  return {
    x: time(day),
    strokeDashArray: 3,
    borderColor: palette.control,
    label: {
      ...plainLabel(fill(data.words.half, { date: formats.date(day) }), palette.ink_2, place),
      orientation: 'horizontal',
    },
  };
};

/** The line starts with a point of its own, at zero. */
const dayAt = (days: readonly DayRow[], index: number): DayRow | undefined => days[index - 1];

const partOf = (day: DayRow | undefined): FilterPart | null =>
  day ? { from: day.date, to: day.date } : null;

const describe =
  (days: readonly DayRow[], { data, formats }: ChartContext) =>
  (index: number) => {
    const day = dayAt(days, index);
    if (!day) return { title: '', rows: [] };
    return {
      title: `${formats.date(day.date)} · ${formats.number(day.cumulative)}`,
      rows: [{ label: data.words.that_day, value: formats.number(day.count) }],
      mishaps: data.mishaps.filter(({ date }) => date === day.date),
    };
  };

/** How many launches have flown by each day, with the mishaps on the line and where half was reached. */
export const timelineChart = (context: ChartContext): ApexOptions => {
  const { data, palette } = context;
  const days = flownDays(data.days);
  const [first, last] = [days[0], days.at(-1)] as [DayRow, DayRow];
  const end = time(last.date);
  const start = startOf(data.range.from ?? first.date, end);
  const shared = sharedOptions(context);
  return {
    ...shared,
    chart: {
      ...shared.chart,
      type: 'area',
      events: context.filterBy(({ index }) => partOf(dayAt(days, index) ?? days[0])),
    },
    series: [
      {
        name: 'cumulative',
        data: [
          [start, 0],
          ...days.map(({ date, cumulative }): [number, number] => [time(date), cumulative]),
        ],
      },
    ],
    colors: [palette.success],
    fill: { type: 'solid', opacity: 0.12 },
    stroke: { curve: 'stepline', width: 2 },
    markers: { size: 0, hover: { size: 4 } },
    xaxis: timeAxis(start, end, context),
    yaxis: countAxis(context, countScale(last.cumulative, axisSteps(context))),
    annotations: {
      xaxis: data.half_date === null ? [] : [halfLine(data.half_date, start, end, context)],
      points: [
        ...data.mishaps.map(({ date, total, status }) => ({
          x: time(date),
          y: total,
          marker: mishapMarker(status, palette, 0),
        })),
        lastValue(last, context),
      ],
    },
    tooltip: tooltip(context, describe(days, context)),
  };
};
