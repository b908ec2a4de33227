import { toField } from './csv-field.ts';

const LINE_END = '\r\n';
/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** What a cell says: a day or month as ISO 8601, anything else as it is written. */
const contentOf = (cell: Element): string =>
  cell.querySelector('time')?.getAttribute('datetime') ?? cell.textContent;

/**
 * A table of the page as CSV (RFC 4180), its head first.
 * @param language of the page, which its numbers are written in
 */
export const tableCsv = (table: HTMLTableElement, language: string): string => {
  const lines = [...table.rows].map((row) =>
    [...row.cells].map((cell) => toField(contentOf(cell), language)).join(','),
  );
  return BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join('');
};
