import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTranslate } from '../../../dashboard-api/pages/language/messages.ts';
import { WORD_KEYS } from '../../../views/assets/words.ts';
import { dataOf, localizations, overviewOf, VIEWS_DIR } from './overview-of.ts';

const { en, es } = localizations;
const FOLDERS = ['layouts', 'partials', 'pages'];

const templates = FOLDERS.flatMap((folder) =>
  readdirSync(join(VIEWS_DIR, folder)).map((file) =>
    readFileSync(join(VIEWS_DIR, folder, file), 'utf8'),
  ),
);

const placesOf = (sentence: string | undefined): string[] =>
  [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the words of the pages', () => {
  it('are there in both languages, with the same places', () => {
    expect(Object.keys(es.entries)).toEqual(Object.keys(en.entries));
    const differing = Object.keys(en.entries).filter(
      (key) => String(placesOf(en.entries[key])) !== String(placesOf(es.entries[key])),
    );
    expect(differing).toEqual([]);
  });

  it('hold every sentence that a template asks for', () => {
    const asked = templates.flatMap((source) =>
      [...source.matchAll(/\{\{t '([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !(key in en.entries))).toEqual([]);
  });

  it('hold every word the charts need, and only those go to the browser', () => {
    for (const language of ['en', 'es'] as const) {
      const { words } = dataOf(overviewOf('', { language }));
      expect(Object.keys(words).sort()).toEqual([...WORD_KEYS].sort());
    }
  });
});

describe('a sentence', () => {
  const text = createTranslate(
    { 'launches.one': '{count} launch', 'launches.other': '{count} launches', from: 'from {day}' },
    'en-GB',
    (value) => `<${value}>`,
  );

  it('takes the form of its count, and formats it', () => {
    expect([0, 1, 2].map((count) => text('launches', { count }))).toEqual([
      '<0> launches',
      '<1> launch',
      '<2> launches',
    ]);
  });

  it('is an error without its key or a value', () => {
    expect(() => text('absent')).toThrow('No words for absent in en-GB');
    expect(() => text('from')).toThrow('from needs day');
  });
});
