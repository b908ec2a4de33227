import type { ApexOptions } from 'apexcharts';
import type { PageData } from '../page-data.ts';
import type { PageWords, WordKey } from '../words.ts';
import type { BinSize } from './bins.ts';
import { fittingSize, isBinSize } from './bins.ts';
import type { Builder } from './chart-card.ts';
import type { ChartContext } from './chart-options.ts';
import { columnsWidth } from './column-chart.ts';
import { createOptionSwitch } from './option-switch.ts';

/** A chart of months that can be drawn by quarter or year. */
export interface BinnedChart {
  /** Months to draw, oldest first; nothing is drawn where there are none. */
  monthsOf: (data: PageData) => readonly { month: string }[];
  /** Title of the card for each size. */
  titles: Record<BinSize, WordKey>;
  build: (context: ChartContext, size: BinSize) => ApexOptions;
}

/** Draws a chart in the bins the reader chose, or in the finest the width has room for, and says which. */
export const binnedBuilder = (
  { monthsOf, titles, build }: BinnedChart,
  card: HTMLElement,
  words: PageWords,
  redraw: () => void,
): Builder => {
  const bins = createOptionSwitch(card, redraw);
  const title = card.querySelector('h2');
  return (context) => {
    const months = monthsOf(context.data);
    if (months.length === 0) return null;
    const chosen = bins.chosen();
    const size = isBinSize(chosen) ? chosen : fittingSize(months, columnsWidth(context));
    bins.offer(true);
    bins.show(size);
    if (title) title.textContent = words[titles[size]];
    return build(context, size);
  };
};
