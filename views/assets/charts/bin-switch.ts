import type { PageWords } from '../words.ts';
import type { BinSize } from './bins.ts';
import { isBinSize } from './bins.ts';

const TITLES = {
  month: 'launches_per_month',
  quarter: 'launches_per_quarter',
  year: 'launches_per_year',
} as const;

/** The control that chooses the bins of a chart, in the card's head. */
export interface BinSwitch {
  /** What the reader chose; null as long as the width decides. */
  chosen: () => BinSize | null;
  /** Shows which bins are drawn, in the control and in the title of the card. */
  show: (size: BinSize) => void;
}

/** Wakes the control of a card; `onChoose` runs after each choice. */
export const createBinSwitch = (
  card: HTMLElement,
  words: PageWords,
  onChoose: () => void,
): BinSwitch => {
  const control = card.querySelector<HTMLElement>('[data-bins]');
  const buttons = [...(control?.querySelectorAll<HTMLElement>('[data-bin]') ?? [])];
  const title = card.querySelector('h2');
  let chosen: BinSize | null = null;
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const size = button.dataset['bin'];
      if (!isBinSize(size)) return;
      chosen = size;
      onChoose();
    });
  }
  control?.removeAttribute('hidden');
  return {
    chosen: () => chosen,
    show: (size) => {
      for (const button of buttons) {
        button.setAttribute('aria-pressed', String(button.dataset['bin'] === size));
      }
      if (title) title.textContent = words[TITLES[size]];
    },
  };
};
