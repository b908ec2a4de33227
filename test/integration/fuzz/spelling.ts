import * as fc from 'fast-check';

/** How a text gets into an address. */
export type Spelling = 'encoded' | 'form' | 'raw' | 'broken';

export const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

export const SPELLINGS: Readonly<Record<Spelling, (text: string) => string>> = {
  encoded,
  form: (text) => encoded(text).replaceAll('%20', '+'),
  // Nothing else can be written into the first line of a request.
  raw: (text) => text.replace(/[^\u0021-\u00ff]/g, ''),
  broken: (text) => `${encoded(text)}%E0%A4%A`,
};

export const spelling = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Spelling>('encoded') },
  { weight: 1, arbitrary: fc.constantFrom<Spelling>('form', 'raw', 'broken') },
);
