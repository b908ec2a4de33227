import { PEOPLE } from './people.ts';

const STYLE = `body { font: 14px/20px system-ui, sans-serif; margin: 15vh auto; width: 320px; color-scheme: light dark }
h1 { font-size: 20px; line-height: 28px } button { display: block; width: 100%; margin: 8px 0; padding: 10px; font: inherit }`;

const WORDS = {
  en: {
    who: 'Who are you?',
    here: 'Development sign-in, on this machine alone.',
    end: 'Sign out?',
    endHere: 'Sign out here too',
  },
  es: {
    who: '¿Quién eres?',
    here: 'Inicio de sesión para desarrollo, solo en esta máquina.',
    end: '¿Cerrar la sesión?',
    endHere: 'Cerrar la sesión también aquí',
  },
} as const;

/** Languages of these pages, those of the dashboard's. */
export type Language = keyof typeof WORDS;

/** @param acceptLanguage what the browser says it prefers; the first of ours in it, in the order it is written */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  (acceptLanguage ?? '')
    .split(',')
    .map((range) => range.trim().slice(0, 2).toLowerCase())
    .find((language): language is Language => language in WORDS) ?? 'en';

const page = (language: Language, title: string, content: string): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;

/** A choice of who to be; there is no password. @param action where the choice is sent */
export const choosePage = (action: string, language: Language): string => {
  const { who, here } = WORDS[language];
  const buttons = PEOPLE.map(
    ({ id, name }) => `<button name="id" value="${id}">${name} (${id})</button>`,
  );
  const form = `<form method="post" action="${action}">${buttons.join('')}</form>`;
  return page(language, who, `<p>${here}</p>${form}`);
};

/** @param form the form that ends the session here, as the library makes it */
export const signOutPage = (form: string, language: Language): string => {
  const { end, endHere } = WORDS[language];
  const button = `<button form="op.logoutForm" name="logout" value="yes" autofocus>${endHere}</button>`;
  return page(language, end, `${form}${button}`);
};
