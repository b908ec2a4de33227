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
