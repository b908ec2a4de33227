import type { TimeView } from '../language/times.ts';
import type { PartLink } from '../query/page-links.ts';
import type { Outcome } from './outcomes.ts';

/** What templates are given: texts in the page's language, and nothing left to decide. */

export interface LegendItem {
  /** What the swatch shows. */
  outcome: Outcome | 'reflights';
  name: string;
  count: string;
}

export interface TableRowView {
  name: string;
  /** The day or month that the name stands for, `YYYY-MM-DD` or `YYYY-MM`. */
  date?: string;
  cells: string[];
  /** Filters the page by what the row stands for; null where it cannot. */
  link: PartLink | null;
}

export interface TableView {
  caption: string;
  /** Heading of the first column, which names the row. */
  heading: string;
  columns: string[];
  rows: TableRowView[];
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
  /** Up to the time in it; all of it where there is none. */
  sentence: string;
  time: TimeView | null;
  /** What is left of the sentence behind the time. */
  ending: string;
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
