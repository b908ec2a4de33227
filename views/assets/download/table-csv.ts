const LINE_END = '\r\n';
/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** What groups the digits of a number, by language. */
const GROUPED: Record<string, RegExp> = { en: /^\d{1,3}(,\d{3})+$/, es: /^\d{1,3}(\.\d{3})+$/ };
const NUMBER = /^-?\d+(\.\d+)?$/;
/** A spreadsheet would run a text that begins like a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell as a CSV field: numbers without what groups their digits, texts quoted where they must be. */
export const toField = (text: string, language: string): string => {
  const plain = text.replaceAll('\u00a0', ' ').trim();
  const field = GROUPED[language]?.test(plain) ? plain.replace(/\D/g, '') : plain;
  const safe = FORMULA.test(field) && !NUMBER.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

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
