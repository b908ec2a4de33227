import type { ApexOptions } from 'apexcharts';
import type { BoosterCounts, PageData } from '../page-data.ts';
import { binLabels, binName } from './bin-labels.ts';
import type { BinOf, BinSize } from './bins.ts';
import { binDays, groupMonths } from './bins.ts';
import { boosterMonths, isUnrecorded, unrecordedRuns } from './booster-records.ts';
import type { ChartContext } from './chart-options.ts';
import { isPhone } from './chart-options.ts';
import { columnChart, columnsWidth } from './column-chart.ts';
import type { FilterPart } from './filter-part.ts';
import { plainLabel } from './marks.ts';
import type { OutcomeSeries } from './outcomes.ts';

export type BoosterBin = BinOf<BoosterCounts>;

/** Radius of a dot, in CSS pixels. */
const MIN_DOT = 2;
const MAX_DOT = 4;
const SHADE = 0.08;

/**
 * A shade over a run of bins, from edge to edge. ApexCharts measures from the middle of bins, so it is laid from
 * the bin before to the last and moved by half a bin; at the start there is none before, and it is the other way.
 */
const shade = (
  [first, last]: [number, number],
  bins: readonly BoosterBin[],
  slot: number,
  { data, palette }: ChartContext,
): XAxisAnnotations => {
  const before = bins[first - 1]?.key;
  const edges =
    before === undefined
      ? { x: '0px', x2: bins[last + 1]?.key ?? null, offsetX: -slot / 2 }
      : { x: before, x2: bins[last]?.key ?? null, offsetX: slot / 2 };
  const place = { textAnchor: 'start', offsetX: slot / 2 + 6, offsetY: 10, fontWeight: 400 };
  const hasRoom = (last - first + 1) * slot > 80;
  return {
    ...edges,
    fillColor: palette.ink,
    opacity: SHADE,
    borderColor: 'transparent',
    strokeDashArray: 0,
    label: {
      ...plainLabel(hasRoom ? data.words.no_records : '', palette.ink_2, place),
      orientation: 'horizontal',
    },
  };
};

const landingSeries = (bins: readonly BoosterBin[], { words }: PageData): OutcomeSeries[] => {
  const series: OutcomeSeries[] = [
    { outcome: 'failed', name: words.lost, data: bins.map(({ losses }) => losses) },
    { outcome: 'success', name: words.landed, data: bins.map(({ landings }) => landings) },
    { outcome: 'unknown', name: words.not_recorded, data: bins.map(({ unknown }) => unknown) },
  ];
  return series.filter(({ outcome, data }) => outcome === 'success' || data.some(Boolean));
};

const describe = (bins: readonly BoosterBin[], size: BinSize, { data, formats }: ChartContext) => {
  const { words } = data;
  return (index: number) => {
    const bin = bins[index] as BoosterBin;
    const name = binName(bin, size, data, formats);
    const rows = [
      { label: words.landed, count: bin.landings },
      { label: words.lost, count: bin.losses },
      { label: words.not_recorded, count: bin.unknown },
      { label: words.reflights, count: bin.reflights },
      { label: words.flights, count: bin.flights },
      { label: words.without_record, count: bin.launches_without_record },
    ];
    return {
      title: isUnrecorded(bin) ? `${name} · ${words.no_records}` : name,
      rows: rows
        .filter(({ count }) => count > 0)
        .map(({ label, count }) => ({ label, value: formats.number(count) })),
    };
  };
};

const partOf = (bin: BoosterBin | undefined, size: BinSize): FilterPart | null =>
  bin && bin.flights + bin.launches_without_record > 0 ? binDays(bin, size) : null;

/** A dot over each column as high as its reflights; none where there were none, or nothing is recorded. */
const withReflights = (
  options: ApexOptions,
  bins: readonly BoosterBin[],
  slot: number,
  { data, palette }: ChartContext,
): ApexOptions => {
  const columns = options.series as { name: string; data: number[] }[];
  const none = columns.map(() => 0);
  const { fill, colors = [] } = options;
  return {
    ...options,
    series: [
      ...columns.map((series) => ({ ...series, type: 'bar' })),
      {
        name: data.words.reflights,
        type: 'line',
        data: bins.map(({ reflights }) => (reflights === 0 ? null : reflights)),
      },
    ],
    colors: [...colors, palette.ink],
    fill: { ...fill, type: [...(fill?.type as string[]), 'solid'] },
    stroke: { show: true, width: [...none, 0] },
    markers: {
      size: [...none, Math.min(MAX_DOT, Math.max(MIN_DOT, slot * 0.3))],
      strokeColors: palette.surface,
      strokeWidth: 1,
    },
  };
};

/** Landings of boosters per month, quarter or year, stacked by what became of them, and how many had flown before. */
export const boostersChart = (context: ChartContext, size: BinSize): ApexOptions => {
  const { data, formats } = context;
  const bins = groupMonths<BoosterCounts>(boosterMonths(data), size);
  const slot = columnsWidth(context) / bins.length;
  const options = columnChart(context, {
    keys: bins.map(({ key }) => key),
    labels: binLabels(bins, { size, slot, short: isPhone(context), data, formats }),
    totals: bins.map(({ landing_attempts, reflights }) => Math.max(landing_attempts, reflights)),
    // A dot may stand where the number of none would.
    totalText: (index) => {
      const tried = bins[index]?.landing_attempts ?? 0;
      return tried === 0 ? '' : formats.number(tried);
    },
    series: landingSeries(bins, data),
    marks: [],
    describe: describe(bins, size, context),
    partOf: (index) => partOf(bins[index], size),
  });
  const shades = unrecordedRuns(bins).map((run) => shade(run, bins, slot, context));
  const shaded = { ...options, annotations: { ...options.annotations, xaxis: shades } };
  return withReflights(shaded, bins, slot, context);
};
