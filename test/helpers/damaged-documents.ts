import type { Random } from './random.ts';

type Document = Record<string, unknown>;

const REMOVED = Symbol('removed');
const JUNK: readonly unknown[] = [
  REMOVED,
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  ' ',
  '0',
  'constructor',
  'lone \ud83d surrogate',
  'x'.repeat(30_000),
  '2017-02-30T00:00:00.000Z',
  '2017-06-23',
  '9999-12-31T23:59:59.999Z',
  'source#spacex',
  [],
  [null],
  [{}],
  Array.from({ length: 60 }, () => ({})),
  {},
  { id: 3, name: 'x' },
];

/** One field, at the top or deeper inside, holds something else or is gone; `field` is the one at the top. */
export const damaged = (
  document: Document,
  { pick, between }: Random,
): { document: Document; field: string } => {
  const field = pick(Object.keys(document));
  const { [field]: value, ...rest } = document;
  const inside = typeof value === 'object' && value !== null ? (value as Document) : {};
  if (!Array.isArray(value) && Object.keys(inside).length > 0 && between(0, 1) === 1) {
    const broken = damaged(inside, { pick, between });
    return { document: { ...rest, [field]: broken.document }, field };
  }
  const junk = pick(JUNK);
  return { document: junk === REMOVED ? rest : { ...rest, [field]: junk }, field };
};
