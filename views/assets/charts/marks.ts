import type { Mishap, OutcomeCounts } from '../page-data.ts';
import type { ApexOptions } from 'apexcharts';
import type { Palette } from './palette.ts';

export type PointAnnotation = NonNullable<
  NonNullable<ApexOptions['annotations']>['points']
>[number];

/** Label of an annotation without the box ApexCharts draws round it. */
export const plainLabel = (
  text: string,
  color: string,
  options: { textAnchor?: string; offsetX?: number; offsetY?: number; fontWeight?: number } = {},
) => {
  const { fontWeight = 500, ...place } = options;
  return {
    text,
    borderWidth: 0,
    borderColor: 'transparent',
    ...place,
    style: {
      color,
      background: 'transparent',
      fontSize: '12px',
      fontWeight,
      padding: { left: 0, right: 0, top: 0, bottom: 0 },
    },
  };
};

/** The sign of a mishap: a cross where a launch failed, a triangle where it partly did. */
export const mishapMarker = (status: Mishap['status'], palette: Palette, offsetY: number) =>
  status === 'failed'
    ? { shape: 'cross', size: 3.5, strokeWidth: 2, fillColor: palette.failed_mark, offsetY }
    : { shape: 'triangle', size: 4, strokeWidth: 0, fillColor: palette.partial_mark, offsetY };

/** Bars this close to a mark would hide it. In CSS pixels. */
const REACH = 5;
const ABOVE_BAR = -8;
const ABOVE_TOTAL = -30;

const tallestAround = (totals: readonly number[], index: number, slot: number): number => {
  // A bar ends half a slot before its middle.
  const reach = Math.floor(REACH / slot + 0.5);
  return Math.max(...totals.slice(Math.max(0, index - reach), index + reach + 1));
};

/**
 * A mark above each bar that holds a mishap, with a count beside it when there are several.
 * @param bars the bars, from the left, by key
 * @param slot width a bar has, in CSS pixels
 * @param withTotals whether totals stand above the bars
 */
export const barMarks = (
  bars: readonly ({ key: string } & OutcomeCounts)[],
  slot: number,
  withTotals: boolean,
  palette: Palette,
): PointAnnotation[] => {
  const totals = bars.map(({ total }) => total);
  return bars.flatMap((bar, index) => {
    const status = bar.failed > 0 ? 'failed' : 'partial_failure';
    const count = bar[status];
    if (count === 0) return [];
    const offsetY = withTotals ? ABOVE_TOTAL : ABOVE_BAR;
    const marker = mishapMarker(status, palette, offsetY);
    const beside = { textAnchor: 'start', offsetX: 7, offsetY: offsetY + 15 };
    return {
      x: bar.key,
      y: tallestAround(totals, index, slot),
      marker,
      // Between narrow bars there is no place for a number.
      label: plainLabel(withTotals && count > 1 ? String(count) : '', marker.fillColor, beside),
    };
  });
};
