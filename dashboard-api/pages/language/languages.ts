/** Languages the pages are written in; the first is for whoever asks for none of them. */
export const LANGUAGES = ['en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tags that numbers and dates are formatted by. */
export const FORMAT_TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' };

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.includes(value as Language);
