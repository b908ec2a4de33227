import type { ChartPoint } from './filter-part.ts';

/** What ApexCharts knows of a drawn chart, as far as it is read here. */
export interface PlotState {
  isBarHorizontal: boolean;
  /** True where the horizontal axis is one of time. */
  isXNumeric: boolean;
  /** Points of a series. */
  dataPoints: number;
  /** Values of the points on an axis of time, by series, and the ends of the axis. */
  seriesX: number[][];
  minX: number;
  maxX: number;
}

const nearest = (values: readonly number[], wanted: number): number | null => {
  const distances = values.map((value) => Math.abs(value - wanted));
  return distances.length === 0 ? null : distances.indexOf(Math.min(...distances));
};

/** Which of equal slots a share of the whole lies in; null outside. */
const slotAt = (share: number, slots: number): number | null =>
  share >= 0 && share < 1 ? Math.floor(share * slots) : null;

/** Rows have their names beside them, which count as the row; above and below the plot is nothing. */
const indexAt = (x: number, y: number, state: PlotState): number | null => {
  if (state.isBarHorizontal) return slotAt(y, state.dataPoints);
  if (!(y >= 0 && y <= 1 && x >= 0 && x <= 1)) return null;
  if (!state.isXNumeric) return slotAt(x, state.dataPoints);
  return nearest(state.seriesX[0] ?? [], state.minX + x * (state.maxX - state.minX));
};

const shareOf = (chart: Element, { clientX, clientY }: MouseEvent): [x: number, y: number] => {
  const grid = chart.querySelector('.apexcharts-grid')?.getBoundingClientRect();
  if (!grid) return [NaN, NaN];
  return [(clientX - grid.left) / grid.width, (clientY - grid.top) / grid.height];
};

/**
 * The point of a chart that the pointer is at: the mark under it, else the one whose column, row or time it is
 * in. ApexCharts itself tells too late: it looks only every 20 ms where the pointer is.
 */
export const pointAt = (event: MouseEvent, chart: Element, state: PlotState): ChartPoint | null => {
  const mark = event.target instanceof Element ? event.target : null;
  const series = mark?.closest('.apexcharts-series')?.getAttribute('data:realIndex') ?? null;
  const ofMark = mark?.getAttribute('j') ?? null;
  const index = ofMark === null ? indexAt(...shareOf(chart, event), state) : Number(ofMark);
  return index === null ? null : { index, series: series === null ? null : Number(series) };
};
