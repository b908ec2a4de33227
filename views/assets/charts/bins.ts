import type { OutcomeCounts } from '../page-data.ts';

/** Spans the months can be drawn in, finest first. */
export const BIN_SIZES = ['month', 'quarter', 'year'] as const;

export type BinSize = (typeof BIN_SIZES)[number];

/** A span that has months: its key (`2017-06`, `2017-Q2`, `2017`), its first month and its last. */
export interface BinSpan {
  key: string;
  first: string;
  last: string;
}

/** What is counted of a span. */
export type BinOf<T> = BinSpan & T;

/** The launches of one span. */
export type Bin = BinOf<OutcomeCounts>;

/** Narrower bins cannot be told apart. In CSS pixels. */
const MIN_BIN_WIDTH = 4.5;

export const isBinSize = (value: string | null): value is BinSize =>
  BIN_SIZES.includes(value as BinSize);

/** Quarter of the year, 1 to 4, of a month `YYYY-MM`. */
export const quarterOf = (month: string): number => Math.ceil(Number(month.slice(5, 7)) / 3);

/** Key of the bin that a day or a month lies in. */
export const binKey = (day: string, size: BinSize): string => {
  const year = day.slice(0, 4);
  if (size === 'year') return year;
  return size === 'quarter' ? `${year}-Q${quarterOf(day)}` : day.slice(0, 7);
};

const sum = <T extends Record<keyof T, number>>(a: T, b: T): T => {
  const keys = Object.keys(b) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as T;
};

/** Adds up consecutive months of counts, oldest first, to bins of one size. */
export const groupMonths = <T extends Record<keyof T, number>>(
  months: readonly ({ month: string } & T)[],
  size: BinSize,
): BinOf<T>[] => {
  const bins: BinOf<T>[] = [];
  for (const { month, ...rest } of months) {
    const counts = rest as unknown as T;
    const key = binKey(month, size);
    const last = bins.at(-1);
    if (last?.key === key) bins[bins.length - 1] = { ...last, ...sum(last, counts), last: month };
    else bins.push({ ...counts, key, first: month, last: month });
  }
  return bins;
};

/** The finest size whose bins are wide enough to see; years when none is. `width` is in CSS pixels. */
export const fittingSize = (months: readonly { month: string }[], width: number): BinSize => {
  const fits = (size: BinSize) =>
    width / new Set(months.map(({ month }) => binKey(month, size))).size >= MIN_BIN_WIDTH;
  return BIN_SIZES.find(fits) ?? 'year';
};

const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

const lastMonthOf = (month: string, size: BinSize): string => {
  const year = month.slice(0, 4);
  if (size === 'month') return month;
  return size === 'year'
    ? `${year}-12`
    : `${year}-${String(quarterOf(month) * 3).padStart(2, '0')}`;
};

/** First and last UTC day of the span that a bin is of, whether or not the range holds all of it. */
export const binDays = (bin: BinSpan, size: BinSize): { from: string; to: string } => {
  const year = bin.first.slice(0, 4);
  const firstMonth = {
    month: Number(bin.first.slice(5, 7)),
    quarter: quarterOf(bin.first) * 3 - 2,
    year: 1,
  };
  return {
    from: `${year}-${String(firstMonth[size]).padStart(2, '0')}-01`,
    to: lastDayOf(lastMonthOf(bin.last, size)),
  };
};

/**
 * True when the range ends inside the bin. `to` is the last UTC day of the range; a bin that holds
 * months after it, of launches nobody confirms, is not cut off there.
 */
export const isIncomplete = (bin: BinSpan, size: BinSize, to: string): boolean =>
  bin.last === to.slice(0, 7) && to < lastDayOf(lastMonthOf(bin.last, size));
