import type { PageWords } from './words.ts';
import { timeLeft } from './time-left.ts';
import { writeText } from './write-text.ts';

const MINUTE = 60_000;

const targetOf = ({ dataset }: HTMLElement): number => Date.parse(dataset['countdown'] ?? '');

const keepTelling = (element: HTMLElement, instant: number, words: PageWords): void => {
  const left = instant - Date.now();
  // What happens after the instant only the server knows.
  if (left <= 0 || !element.isConnected || targetOf(element) !== instant) return;
  writeText(element, timeLeft(left, words));
  setTimeout(() => keepTelling(element, instant, words), (left % MINUTE) + 1);
};

/**
 * Keeps the time left to each `[data-countdown]`, an ISO 8601 instant, current by the minute.
 * @returns takes up those that came into the page since, or count down to another instant
 */
export const startCountdowns = (words: PageWords): (() => void) => {
  const told = new WeakMap<HTMLElement, number>();
  const start = (): void => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
      const instant = targetOf(element);
      if (Number.isNaN(instant) || told.get(element) === instant) continue;
      told.set(element, instant);
      keepTelling(element, instant, words);
    }
  };
  start();
  return start;
};
