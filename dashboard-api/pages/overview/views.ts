import type { TimeView } from '../language/times.ts';
import type { Outcome } from './outcomes.ts';

/** What templates are given: texts in the page's language, and nothing left to decide. */

export interface LegendItem {
  /** What the swatch shows. */
  outcome: Outcome | 'reflights';
  name: string;
  count: string;
}

export interface TableView {
  caption: string;
  /** Heading of the first column, which names the row. */
  heading: string;
  columns: string[];
  /** `date` is the day or month that the name stands for, `YYYY-MM-DD` or `YYYY-MM`. */
  rows: { name: string; date?: string; cells: string[] }[];
}

export interface BadgeView {
  outcome: Outcome;
  name: string;
}

export interface TileView {
  label: string;
  value: string;
  /** `number` is set large; `text` smaller; `none` says in words that there is no value. */
  kind: 'number' | 'text' | 'none';
  /** Instant that the value counts down to, ISO 8601 UTC; null when it does not. */
  countdownTo: string | null;
  badge: BadgeView | null;
  lines: string[];
  /** A last line: a time, and what goes with it. */
  when?: { time: TimeView; rest: string };
  /** Page of the launch that the value names, or the first line; null where they name none. */
  valueHref: string | null;
  lineHref: string | null;
}

/** A control that chooses between ways to draw a chart. Only scripts can: without them it stays hidden. */
export interface OptionsView {
  label: string;
  options: { name: string; label: string; isActive: boolean }[];
}

/** What the shades of a heat map stand for, lightest first. */
export interface ScaleView {
  label: string;
  steps: { step: number; name: string }[];
}

export interface CardView {
  /** Name of the chart, as the browser modules know it; also the card's place in the grid. */
  chart: 'months' | 'timeline' | 'status' | 'heat' | 'pads' | 'rockets' | 'boosters' | 'orbits';
  title: string;
  takeaway: string;
  /** Null where there is no choice. */
  options: OptionsView | null;
  legend: LegendItem[];
  scale: ScaleView | null;
  /** False where there is nothing to draw; the takeaway says why. */
  hasPlot: boolean;
  /** Rows the plot has room for; null where its height does not depend on them. */
  plotRows: number | null;
  /** Where what is missing here may be found. */
  link: { href: string; label: string } | null;
  table: TableView;
}

export interface BannerView {
  kind: 'neutral' | 'late' | 'saved';
  sentence: string;
  link: { href: string; label: string } | null;
}

export interface LinkView {
  href: string;
  label: string;
  isCurrent: boolean;
}

/** What stands in the cards when no launch matches. */
export interface EmptyView {
  title: string;
  reason: string | null;
  /** Null where there is nothing to reset. */
  resetHref: string | null;
}

export interface DateFieldView {
  name: 'from' | 'to';
  label: string;
  /** `YYYY-MM-DD`, or nothing. */
  value: string;
  isFiltering: boolean;
  isInvalid: boolean;
}

export interface FilterBarView {
  /** Path of the page it filters. */
  action: string;
  dates: DateFieldView[];
  hidden: { name: string; value: string }[];
  periods: LinkView[];
  sources: LinkView[];
  resetHref: string;
  /** Whether there is anything to reset. */
  isFiltering: boolean;
  /** Filters that have no control of their own yet, in words; null when there are none. */
  others: string | null;
  notices: string[];
}
