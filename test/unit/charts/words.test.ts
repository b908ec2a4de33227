import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { WORD_KEYS } from '../../../views/assets/words.ts';

const entriesOf = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../../views/locales/${language}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;

const placesIn = (phrase = ''): string[] => phrase.match(/\{\w+\}/g) ?? [];

describe('words of the browser modules', () => {
  const english = entriesOf('en');
  const wordOf = (entries: Record<string, string>, key: string): string | undefined =>
    entries[`chart.${key}`] ?? entries[`outcome.${key}`];

  it.each(['en', 'es'])('are all there in %s, with the same places for values', (language) => {
    const entries = entriesOf(language);
    for (const key of WORD_KEYS) {
      expect([key, wordOf(entries, key)]).toEqual([key, expect.stringMatching(/./)]);
      expect(placesIn(wordOf(entries, key))).toEqual(placesIn(wordOf(english, key)));
    }
  });
});
