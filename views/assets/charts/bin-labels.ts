import type { PageData } from '../page-data.ts';
import { fill } from '../words.ts';
import type { BinSize, BinSpan } from './bins.ts';
import { isIncomplete, quarterOf } from './bins.ts';
import type { Formats } from './formats.ts';

/** Width a label takes, in CSS pixels. */
const LABEL_WIDTH = 44;
/** Up to here every bin can be named; beyond, years are enough. */
const MAX_NAMED_BINS = 24;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];
const MONTH_STEPS = [1, 2, 3, 6];

/** A label of one or two lines; empty where a bin has none. */
export type BinLabel = string | string[];

interface Labelling {
  size: BinSize;
  /** Width of a bin, in CSS pixels. */
  slot: number;
  /** Years as two digits. */
  short: boolean;
  data: PageData;
  formats: Formats;
}

const isFirstOfYear = (bin: BinSpan, index: number, bins: readonly BinSpan[]): boolean =>
  index === 0 || bins[index - 1]?.first.slice(0, 4) !== bin.first.slice(0, 4);

const yearName = (bin: BinSpan, { short, formats }: Labelling): string =>
  short ? `’${bin.first.slice(2, 4)}` : formats.year(bin.first);

const yearLabels = (bins: readonly BinSpan[], labelling: Labelling): BinLabel[] => {
  const binsOfYear = { month: 12, quarter: 4, year: 1 }[labelling.size];
  const needed = LABEL_WIDTH / (labelling.slot * binsOfYear);
  const step = YEAR_STEPS.find((years) => years >= needed) ?? 100;
  const starts = bins.flatMap((bin, index) => (isFirstOfYear(bin, index, bins) ? index : []));
  // A range that starts late in a year leaves its first label no room before the next.
  const isCrowded = starts.length > 1 && (starts[1] ?? 0) * labelling.slot < LABEL_WIDTH;
  const hasLabel = (bin: BinSpan, index: number): boolean =>
    starts.includes(index) &&
    Number(bin.first.slice(0, 4)) % step === 0 &&
    !(index === 0 && step === 1 && isCrowded);
  return bins.map((bin, index) => (hasLabel(bin, index) ? yearName(bin, labelling) : ''));
};

const quarterName = (bin: BinSpan, { words }: PageData): string =>
  fill(words.quarter, { quarter: quarterOf(bin.first) });

/** A bin by its full name: Jun 2017, Q2 2017, 2017. */
export const binName = (bin: BinSpan, size: BinSize, data: PageData, formats: Formats): string => {
  if (size === 'month') return formats.monthAndYear(bin.first);
  const year = formats.year(bin.first);
  return size === 'year' ? year : `${quarterName(bin, data)}\u00a0${year}`;
};

const named = (
  bin: BinSpan,
  withYear: boolean,
  narrow: boolean,
  labelling: Labelling,
): BinLabel => {
  const { size, data, formats } = labelling;
  const name = size === 'quarter' ? quarterName(bin, data) : formats.month(bin.first);
  if (!withYear) return name;
  return narrow ? [name, formats.year(bin.first)] : `${name}\u00a0${formats.year(bin.first)}`;
};

const eachLabelled = (bins: readonly BinSpan[], labelling: Labelling): BinLabel[] => {
  const { size, slot } = labelling;
  const needed = LABEL_WIDTH / slot;
  const steps = size === 'month' ? MONTH_STEPS : [1, 2, 4];
  const step = steps.find((count) => count >= needed) ?? 6;
  const position = (bin: BinSpan) =>
    size === 'month' ? Number(bin.first.slice(5, 7)) - 1 : quarterOf(bin.first) - 1;
  const firstLabelled = bins.findIndex((bin) => position(bin) % step === 0);
  return bins.map((bin, index) => {
    if (position(bin) % step !== 0) return '';
    const withYear = index === firstLabelled || isFirstOfYear(bin, index, bins);
    return named(bin, withYear, slot * step < LABEL_WIDTH * 1.5, labelling);
  });
};

const markIncomplete = (
  labels: BinLabel[],
  bins: readonly BinSpan[],
  { size, slot, data, formats }: Labelling,
): BinLabel[] => {
  const bin = bins.at(-1);
  const label = labels.at(-1);
  const to = data.range.to;
  const roomy = slot >= LABEL_WIDTH;
  if (!bin || !label || !to || !roomy || !isIncomplete(bin, size, to)) return labels;
  const until = fill(data.words.to_date, { date: formats.dayOfYear(to) });
  return [...labels.slice(0, -1), [...(Array.isArray(label) ? label : [label]), until]];
};

/** Labels under the bins, one for each: all of them where there is room, else the years. */
export const binLabels = (bins: readonly BinSpan[], labelling: Labelling): BinLabel[] => {
  const years = labelling.size === 'year' || bins.length > MAX_NAMED_BINS;
  const labels = years ? yearLabels(bins, labelling) : eachLabelled(bins, labelling);
  return markIncomplete(labels, bins, labelling);
};
