import type { Visitor } from '../../auth/visitor.ts';
import type { Language } from '../language/languages.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { Translate } from '../language/messages.ts';
import type { LinkView } from '../overview/views.ts';
import type { Theme } from '../preferences/preferences.ts';
import type { SitePages } from '../query/page-links.ts';
import { preferenceLink } from '../query/page-links.ts';
import type { AccountView, OperationsLink } from './account.ts';
import { buildAccount, operationsLink } from './account.ts';
import type { Assets } from '../../http/assets.ts';

/** The frame round every page: head, header and footer. */
export interface ShellView {
  language: Language;
  theme: Theme | null;
  title: string;
  styleUrl: string;
  scriptUrl: string;
  /** Script that runs before anything is shown. */
  firstScriptUrl: string;
  /** Pages of the site. */
  pages: LinkView[];
  /** Who is signed in; null where nobody can. */
  account: AccountView | null;
  /** Null for everybody but operators. */
  operations: OperationsLink | null;
  /** Sources to switch between; none where a page is not about one. */
  sources: LinkView[];
  languages: (LinkView & { code: Language })[];
  /** Where each theme is chosen. */
  themes: Record<Theme, string>;
  /** Ways to the data behind the page. */
  dataLinks: { href: string; label: string }[];
}

export interface ShellInput {
  language: Language;
  theme: Theme | null;
  /** Who is signed in: null nobody, undefined where nobody can. */
  visitor: Visitor | null | undefined;
  title: string;
  /** Path and query that changing a preference comes back to. */
  returnTo: string;
  /** Where each page of the site is, and which of them this one is or belongs to. */
  pages: SitePages;
  current: keyof SitePages | null;
  sources: LinkView[];
  dataLinks: ShellView['dataLinks'];
}

const pageLinks = ({ pages, current }: ShellInput, text: Translate): LinkView[] =>
  (['overview', 'launches', 'data'] as const).map((name) => ({
    href: pages[name],
    label: text(`nav.${name}`),
    isCurrent: name === current,
  }));

/** @param text the words of the language in the input */
export const buildShell = (input: ShellInput, assets: Assets, text: Translate): ShellView => {
  const { language, theme, visitor, title, returnTo, sources, dataLinks } = input;
  return {
    language,
    theme,
    title,
    styleUrl: assets.urlOf('main.css'),
    scriptUrl: assets.urlOf('main.js'),
    firstScriptUrl: assets.urlOf('first.js'),
    pages: pageLinks(input, text),
    account: buildAccount(visitor, returnTo),
    operations: operationsLink(visitor, returnTo),
    sources,
    languages: LANGUAGES.map((code) => ({
      code,
      href: preferenceLink('language', code, returnTo),
      label: text(`language.${code}`),
      isCurrent: code === language,
    })),
    themes: {
      light: preferenceLink('theme', 'light', returnTo),
      dark: preferenceLink('theme', 'dark', returnTo),
    },
    dataLinks: [{ href: '/docs', label: text('footer.api') }, ...dataLinks],
  };
};
