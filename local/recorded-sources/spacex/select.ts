import { isDocument } from '../messages.ts';
import type { Document } from '../messages.ts';
import { BadQuery } from './bad-query.ts';

export type Projection = (document: Document) => Document;

const readText = (select: string): [string, boolean][] =>
  select
    .split(/\s+/)
    .filter((term) => term !== '')
    .map((term) => (term.startsWith('-') ? [term.slice(1), false] : [term, true]));

const readObject = (select: Document): [string, boolean][] =>
  Object.entries(select).map(([field, flag]) => {
    if (![0, 1, true, false].includes(flag as number)) {
      throw new BadQuery(`Invalid select value: { ${field}: ${String(flag)} }`);
    }
    return [field, Boolean(flag)];
  });

const isId = ([field]: [string, boolean]): boolean => field === 'id' || field === '_id';

const pick = (document: Document, keeps: (field: string) => boolean): Document =>
  Object.fromEntries(Object.entries(document).filter(([field]) => keeps(field)));

/**
 * Reads the select option: `'name date_utc'`, `'-details'` or `{name: 1}`. The id comes along unless left out by name.
 * @throws BadQuery for another form, or when fields are both picked and left out
 */
export const readSelect = (select: unknown): Projection => {
  if (select != null && typeof select !== 'string' && !isDocument(select)) {
    throw new BadQuery('Invalid select() argument. Must be string or object.');
  }
  const terms = typeof select === 'string' ? readText(select) : readObject(select ?? {});
  const withId = !terms.some((term) => isId(term) && !term[1]);
  const fields = new Map(terms.filter((term) => !isId(term)));
  const flags = new Set(fields.values());
  if (flags.size === 2)
    throw new BadQuery('Projection cannot have a mix of inclusion and exclusion.');
  const picks =
    flags.has(true) || (fields.size === 0 && terms.some((term) => isId(term) && term[1]));
  return (document) =>
    pick(document, (field) => (field === 'id' ? withId : fields.has(field) === picks));
};
