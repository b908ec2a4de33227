import type { Localization } from '../language/localization.ts';
import type { PartLink } from '../query/page-links.ts';
import type { Outcome, OutcomeCounts } from './outcomes.ts';
import { OUTCOMES } from './outcomes.ts';
import type { TableView } from './views.ts';

/** Columns a table has even where nothing fell short. */
const ALWAYS: readonly Outcome[] = ['success', 'partial_failure', 'failed'];

interface OutcomeTable<T> {
  caption: string;
  heading: string;
  rows: readonly T[];
  nameOf: (row: T) => string;
  linkOf: (row: T) => PartLink | null;
  /** The day or month a row is about, where it is about one. */
  dateOf?: (row: T) => string;
}

/** Counts as a table: a column for each outcome that can be or is there, and the total. */
export const buildOutcomeTable = <T extends OutcomeCounts>(
  { caption, heading, rows, nameOf, linkOf, dateOf }: OutcomeTable<T>,
  { text, formats }: Localization,
): TableView => {
  const outcomes = OUTCOMES.filter(
    (outcome) => ALWAYS.includes(outcome) || rows.some((row) => row[outcome] > 0),
  );
  return {
    caption,
    heading,
    columns: [...outcomes.map((outcome) => text(`outcome.${outcome}`)), text('table.total')],
    rows: rows.map((row) => ({
      name: nameOf(row),
      ...(dateOf ? { date: dateOf(row) } : {}),
      cells: [...outcomes.map((outcome) => row[outcome]), row.total].map(formats.number),
      link: linkOf(row),
    })),
  };
};
