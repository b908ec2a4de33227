import { parseInstant } from '../../../domain/launches/dates.ts';

interface Reader<T> {
  /** The value; undefined when the text is not one. */
  read: (text: string) => T | undefined;
  complaint: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const wholeNumber = (minimum: number): Reader<number> => ({
  read: (text) => (/^\d{1,15}$/.test(text) && Number(text) >= minimum ? Number(text) : undefined),
  complaint: 'Enter a whole number.',
});

const oneOf = <T extends string>(...values: readonly T[]): Reader<T> => ({
  read: (text) => values.find((value) => value === text),
  complaint: `Select a valid choice: ${values.join(', ')}.`,
});

/** Milliseconds since 1970. */
const instant: Reader<number> = {
  read: (text) => {
    const iso = parseInstant(text);
    return iso === null ? undefined : Date.parse(iso);
  },
  complaint: 'Enter a valid date/time.',
};

const READERS = {
  format: oneOf('json'),
  mode: oneOf('list', 'normal', 'detailed'),
  limit: wholeNumber(1),
  offset: wholeNumber(0),
  ordering: oneOf('net', '-net', 'last_updated', '-last_updated'),
  id: {
    read: (text) => (UUID.test(text) ? text.toLowerCase() : undefined),
    complaint: 'Enter a valid UUID.',
  } satisfies Reader<string>,
  lsp__id: wholeNumber(0),
  net__gt: instant,
  net__gte: instant,
  net__lt: instant,
  net__lte: instant,
};

type Readers = typeof READERS;

/** The parameters of a call, each one that was given. */
export type Parameters = {
  [Name in keyof Readers]?: Exclude<ReturnType<Readers[Name]['read']>, undefined>;
};

/** Parameters the API refuses, with the complaints about each, as its 400 sends them. */
export class BadParameters extends Error {
  override readonly name = 'BadParameters';
  readonly fields: Record<string, string[]>;

  constructor(fields: Record<string, string[]>) {
    super(`bad parameters: ${Object.keys(fields).join(', ')}`);
    this.fields = fields;
  }
}

/**
 * Reads a query string. The real API passes over a parameter it does not know and a limit it cannot read;
 * here both are refused, since an unfiltered answer to a filtered question would pass for a right one.
 * @throws BadParameters naming every wrong one
 */
export const readParameters = (query: Record<string, string>): Parameters => {
  const values: Record<string, unknown> = {};
  const bad: Record<string, string[]> = {};
  for (const [name, text] of Object.entries(query)) {
    const reader = Object.hasOwn(READERS, name) ? READERS[name as keyof Readers] : undefined;
    const value = reader?.read(text);
    if (value === undefined) bad[name] = [reader?.complaint ?? 'This filter is not recorded.'];
    else values[name] = value;
  }
  if (Object.keys(bad).length > 0) throw new BadParameters(bad);
  return values as Parameters;
};
