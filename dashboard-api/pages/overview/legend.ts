import type { Localization } from '../language/localization.ts';
import type { OutcomeCounts } from './outcomes.ts';
import { OUTCOMES } from './outcomes.ts';
import type { LegendItem } from './views.ts';

/** The outcomes that occur, with their counts. */
export const buildLegend = (counts: OutcomeCounts, { text, formats }: Localization): LegendItem[] =>
  OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
    outcome,
    name: text(`outcome.${outcome}`),
    count: formats.number(counts[outcome]),
  }));
