import type { PageData } from '../page-data.ts';
import { fileName } from './file-name.ts';
import { drawPicture } from './picture.ts';
import { saveFile } from './save-file.ts';
import { tableCsv } from './table-csv.ts';
import { toPng } from './to-png.ts';

type Format = 'png' | 'svg' | 'csv';

interface File {
  content: Blob;
  title: string;
}

const titleOf = (card: HTMLElement): string => card.querySelector('h2')?.textContent ?? '';

const MAKERS: Record<Format, (card: HTMLElement) => Promise<File>> = {
  png: async (card) => ({ content: await toPng(drawPicture(card)), title: titleOf(card) }),
  svg: async (card) => ({
    content: new Blob([drawPicture(card).svg], { type: 'image/svg+xml' }),
    title: titleOf(card),
  }),
  csv: async (card) => {
    const table = card.querySelector('table');
    if (!table) throw new Error('The card has no table');
    const text = tableCsv(table, document.documentElement.lang);
    // The chart may be drawn by quarter or year; the table has a title of its own.
    const title = table.caption?.textContent ?? titleOf(card);
    return { content: new Blob([text], { type: 'text/csv;charset=utf-8' }), title };
  },
};

const download = async (button: HTMLElement, range: PageData['range']): Promise<void> => {
  const card = button.closest<HTMLElement>('[data-chart]');
  const menu = button.closest('details');
  const message = menu?.querySelector<HTMLElement>('[data-download-error]');
  if (!card || !menu || !message) return;
  message.textContent = '';
  const format = button.dataset['download'] as Format;
  try {
    const { content, title } = await MAKERS[format](card);
    saveFile(content, fileName(title, range, format));
    menu.open = false;
    menu.querySelector('summary')?.focus();
  } catch (error) {
    message.textContent = message.dataset['downloadError'] ?? '';
    reportError(error);
  }
};

/** Makes the download menus of the cards work: a chart as a picture, its table as CSV. */
export const startDownloads = (data: Pick<PageData, 'range'>): void => {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-download]');
    if (button) void download(button, data.range);
  });
};
