import type { Request } from 'express';
import type { Language } from '../language/languages.ts';
import { isLanguage, LANGUAGES } from '../language/languages.ts';

export const THEMES = ['light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** How a reader wants pages; without a theme the system's is used. */
export interface Preferences {
  language: Language;
  theme: Theme | null;
}

export const isTheme = (value: unknown): value is Theme => THEMES.includes(value as Theme);

const cookieValue = (header: string, name: string): string | undefined =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** What the cookies say; the language else by Accept-Language, and English for whoever asks for neither. */
export const readPreferences = (request: Request): Preferences => {
  const cookies = request.headers.cookie ?? '';
  const language = cookieValue(cookies, 'language');
  const theme = cookieValue(cookies, 'theme');
  const accepted = request.acceptsLanguages([...LANGUAGES]);
  return {
    language: isLanguage(language) ? language : isLanguage(accepted) ? accepted : LANGUAGES[0],
    theme: isTheme(theme) ? theme : null,
  };
};
