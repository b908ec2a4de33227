import { PEOPLE } from './people.ts';

const STYLE = `body { font: 14px/20px system-ui, sans-serif; margin: 15vh auto; width: 320px; color-scheme: light dark }
h1 { font-size: 20px; line-height: 28px } button { display: block; width: 100%; margin: 8px 0; padding: 10px; font: inherit }`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;

/** A choice of who to be; there is no password. @param action where the choice is sent */
export const choosePage = (action: string): string => {
  const buttons = PEOPLE.map(
    ({ id, name }) => `<button name="id" value="${id}">${name} (${id})</button>`,
  );
  const form = `<form method="post" action="${action}">${buttons.join('')}</form>`;
  return page('Who are you?', `<p>Development sign-in, on this machine alone.</p>${form}`);
};

/** @param form the form that ends the session here, as the library makes it */
export const signOutPage = (form: string): string =>
  page(
    'Sign out?',
    `${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>Sign out here too</button>`,
  );
