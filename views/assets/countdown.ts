import type { PageWords } from './words.ts';
import { timeLeft } from './time-left.ts';

const MINUTE = 60_000;

const keepTelling = (element: HTMLElement, instant: number, words: PageWords): void => {
  const left = instant - Date.now();
  // What happens after the instant only the server knows.
  if (left <= 0) return;
  element.textContent = timeLeft(left, words);
  setTimeout(() => keepTelling(element, instant, words), (left % MINUTE) + 1);
};

/** Keeps the time left to each `[data-countdown]`, an ISO 8601 instant, current by the minute. */
export const startCountdowns = (words: PageWords): void => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
    const instant = Date.parse(element.dataset['countdown'] ?? '');
    if (!Number.isNaN(instant)) keepTelling(element, instant, words);
  }
};
