import type { PageWords } from './words.ts';
import { fill } from './words.ts';

const MINUTE = 60_000;
const NO_BREAK_SPACE = '\u00a0';

/**
 * Says how long it still takes in the two largest units: in 1 d 13 h, in 42 min.
 * @param left in milliseconds, more than 0
 */
export const timeLeft = (left: number, words: PageWords): string => {
  const minutes = Math.max(1, Math.floor(left / MINUTE));
  const units: [number, string][] = [
    [Math.floor(minutes / 1440), words.days_short],
    [Math.floor(minutes / 60) % 24, words.hours_short],
    [minutes % 60, words.minutes_short],
  ];
  const largest = units.findIndex(([amount]) => amount > 0);
  const span = units
    .slice(largest, largest + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${NO_BREAK_SPACE}${unit}`)
    .join(NO_BREAK_SPACE);
  return fill(words.in_span, { span });
};
