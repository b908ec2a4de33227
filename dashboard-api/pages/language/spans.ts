import type { Translate } from './messages.ts';

const MINUTE_MS = 60_000;

const UNITS = [
  { key: 'span.days', minutes: 24 * 60 },
  { key: 'span.hours', minutes: 60 },
  { key: 'span.minutes', minutes: 1 },
] as const;

/**
 * A span in its two largest units, "1 d 13 h", "42 min"; less than a minute is said so.
 * @param millis not negative
 */
export const formatSpan = (millis: number, text: Translate): string => {
  const minutes = Math.floor(millis / MINUTE_MS);
  const first = UNITS.findIndex((unit) => minutes >= unit.minutes);
  if (first === -1) return text('span.moment');
  let rest = minutes;
  const parts: string[] = [];
  for (const unit of UNITS.slice(first, first + 2)) {
    const amount = Math.floor(rest / unit.minutes);
    rest %= unit.minutes;
    if (amount > 0) parts.push(text(unit.key, { amount }));
  }
  return parts.join(' ');
};
