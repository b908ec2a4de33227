import type { PageData } from '../page-data.ts';

const MARKS = /\p{Diacritic}/gu;

/** A title as part of a file's name: `launches-per-month`. */
const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `launches-per-month-2006-03-24-2026-05-15.png`: what is in the file, and of which UTC days. */
export const fileName = (title: string, { from, to }: PageData['range'], ending: string): string =>
  `${[slug(title), from, to].filter(Boolean).join('-')}.${ending}`;
