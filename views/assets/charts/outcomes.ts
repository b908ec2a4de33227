import type { OutcomeCounts } from '../page-data.ts';
import type { PageWords } from '../words.ts';
import type { Palette } from './palette.ts';

/** How an outcome is drawn; unconfirmed launches are drawn as upcoming ones. */
export type Outcome = 'failed' | 'partial_failure' | 'success' | 'upcoming' | 'unknown';

/** From the baseline up, so that problems line up. */
export const STACKED = ['failed', 'partial_failure', 'success', 'upcoming', 'unknown'] as const;

/** Outcomes that a success rate is a share of. */
export const KNOWN = ['failed', 'partial_failure', 'success'] as const;

/** As legends, tables and tooltips list them. */
export const LISTED = [
  'success',
  'partial_failure',
  'failed',
  'upcoming',
  'unconfirmed',
  'unknown',
] as const;

/** Texture of each outcome in ApexCharts' terms; no texture is a solid fill. */
const TEXTURES: Partial<Record<Outcome, { style: string; strokeWidth: number }>> = {
  partial_failure: { style: 'slantedLines', strokeWidth: 1.5 },
  upcoming: { style: 'horizontalLines', strokeWidth: 1.5 },
  unknown: { style: 'circles', strokeWidth: 1 },
};
const TEXTURE_SIZE = 4;

export const countOf = (row: OutcomeCounts, outcome: Outcome): number =>
  outcome === 'upcoming' ? row.upcoming + row.unconfirmed : row[outcome];

const nameOf = (outcome: Outcome, rows: readonly OutcomeCounts[], words: PageWords): string => {
  const onlyUnconfirmed = outcome === 'upcoming' && rows.every((row) => row.upcoming === 0);
  return words[onlyUnconfirmed ? 'unconfirmed' : outcome];
};

/** One series of a stacked chart. */
export interface OutcomeSeries {
  outcome: Outcome;
  name: string;
  data: number[];
}

/** A series for each outcome that occurs in the rows, in the order given; one of zeros when none does. */
export const outcomeSeries = (
  rows: readonly OutcomeCounts[],
  words: PageWords,
  outcomes: readonly Outcome[] = STACKED,
): OutcomeSeries[] => {
  const occurring = outcomes.filter((outcome) => rows.some((row) => countOf(row, outcome) > 0));
  return (occurring.length > 0 ? occurring : (['success'] as const)).map((outcome) => ({
    outcome,
    name: nameOf(outcome, rows, words),
    data: rows.map((row) => countOf(row, outcome)),
  }));
};

/** Colours and textures of series, in their order. */
export const outcomeFills = (series: readonly OutcomeSeries[], palette: Palette) => {
  const textures = series.map(({ outcome }) => TEXTURES[outcome]);
  return {
    colors: series.map(({ outcome }) => palette[outcome]),
    fill: {
      // Half-transparent is the default, and would make one outcome look like another.
      opacity: 1,
      type: textures.map((texture) => (texture ? 'pattern' : 'solid')),
      pattern: {
        style: textures.map((texture) => texture?.style ?? ''),
        width: TEXTURE_SIZE,
        height: TEXTURE_SIZE,
        // Declared as one number, read as one for each series.
        strokeWidth: textures.map((texture) => texture?.strokeWidth ?? 0) as unknown as number,
      },
    },
  };
};
