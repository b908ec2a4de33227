import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formats } from './formats.ts';
import { createFormats } from './formats.ts';
import type { Language } from './languages.ts';
import { FORMAT_TAGS, LANGUAGES } from './languages.ts';
import type { Entries, Translate } from './messages.ts';
import { createTranslate } from './messages.ts';

/** The words and formats of one language. */
export interface Localization {
  language: Language;
  text: Translate;
  formats: Formats;
  /** All sentences, for handing some of them to the browser. */
  entries: Entries;
}

export type Localizations = Readonly<Record<Language, Localization>>;

/** @param entries the sentences of the language, as its file in `views/locales` holds them */
export const createLocalization = (language: Language, entries: Entries): Localization => {
  const tag = FORMAT_TAGS[language];
  const formats = createFormats(tag);
  return { language, text: createTranslate(entries, tag, formats.number), formats, entries };
};

/**
 * Reads every language's sentences from `locales/<language>.json`.
 * @param viewsDir folder of the views
 * @throws when a file is missing or is not JSON
 */
export const loadLocalizations = (viewsDir: string): Localizations => {
  const load = (language: Language): [Language, Localization] => {
    const file = join(viewsDir, 'locales', `${language}.json`);
    return [language, createLocalization(language, JSON.parse(readFileSync(file, 'utf8')))];
  };
  return Object.fromEntries(LANGUAGES.map(load)) as Localizations;
};
