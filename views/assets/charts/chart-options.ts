import type { ApexOptions } from 'apexcharts';
import type { PageData } from '../page-data.ts';
import type { TooltipContent } from './tooltip.ts';
import { tooltipHtml } from './tooltip.ts';
import type { PartAt } from './filter-part.ts';
import type { Formats } from './formats.ts';
import { chartLocale } from './formats.ts';
import type { Palette } from './palette.ts';

export type ChartEvents = NonNullable<NonNullable<ApexOptions['chart']>['events']>;

/** What a chart is drawn from. Sizes are those of the plot, in CSS pixels. */
export interface ChartContext {
  data: PageData;
  formats: Formats;
  palette: Palette;
  width: number;
  height: number;
  /** Events that make a click on a mark filter the page by what it stands for. */
  filterBy: (partAt: PartAt) => ChartEvents;
}

/** Plots narrower than this are laid out as on phones. */
const PHONE_WIDTH = 480;

export const isPhone = ({ width }: ChartContext): boolean => width < PHONE_WIDTH;

/** Steps a vertical axis has room for. */
export const axisSteps = (context: ChartContext): number => (isPhone(context) ? 4 : 5);

export const LABEL_SIZE = '12px';
const NO_FILTER = { filter: { type: 'none' } };

/** Style of the labels of an axis. */
export const axisLabels = ({ palette }: ChartContext) => ({
  style: { colors: palette.ink_3, fontSize: LABEL_SIZE, fontWeight: 400 },
});

/** Options of every chart: nothing moves, nothing zooms, and legends are the page's own. */
export const sharedOptions = ({ data, palette, height }: ChartContext): ApexOptions => ({
  chart: {
    height,
    animations: { enabled: false },
    toolbar: { show: false },
    zoom: { enabled: false },
    background: 'transparent',
    fontFamily: 'inherit',
    foreColor: palette.ink_3,
    parentHeightOffset: 0,
    redrawOnParentResize: false,
    redrawOnWindowResize: false,
    locales: [chartLocale(data.locale)],
    defaultLocale: data.locale,
  },
  legend: { show: false },
  dataLabels: { enabled: false },
  states: { hover: NO_FILTER, active: NO_FILTER },
  grid: {
    borderColor: palette.line,
    xaxis: { lines: { show: false } },
    yaxis: { lines: { show: true } },
  },
});

/** A vertical axis of whole counts. */
export const countAxis = (
  context: ChartContext,
  { step, max }: { step: number; max: number },
): ApexYAxis => ({
  min: 0,
  max,
  stepSize: step,
  tickAmount: max / step,
  axisTicks: { show: false },
  labels: { ...axisLabels(context), formatter: (value) => context.formats.number(value) },
});

/** A tooltip for the point under the pointer; `describe` says what it holds, by its place and its series. */
export const tooltip = (
  { data }: ChartContext,
  describe: (index: number, series: number) => TooltipContent,
): ApexOptions['tooltip'] => ({
  shared: true,
  intersect: false,
  // The style sheet dresses it for both themes.
  theme: 'light',
  custom: ({ dataPointIndex, seriesIndex }: { dataPointIndex: number; seriesIndex: number }) =>
    tooltipHtml(describe(dataPointIndex, seriesIndex), data.words.more),
});
