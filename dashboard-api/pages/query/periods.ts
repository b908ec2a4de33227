import { addMillis, dayOf, startOfDay } from '../../../domain/launches/dates.ts';

const DAY_MS = 24 * 3600 * 1000;

/** An inclusive span of UTC days; nulls: no bound. */
export interface Period {
  name: '30d' | '90d' | '1y' | 'ytd' | 'all';
  from: string | null;
  to: string | null;
}

const daysBefore = (day: string, count: number): string =>
  dayOf(addMillis(startOfDay(day), -count * DAY_MS));

/** The day after the same date a year earlier, so that the span is one year and no day more. */
const yearBefore = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year - 1, month - 1, date + 1)).toISOString().slice(0, 10);
};

/** The periods offered, each ending today. */
export const periodsUntil = (today: string): Period[] => [
  { name: '30d', from: daysBefore(today, 29), to: today },
  { name: '90d', from: daysBefore(today, 89), to: today },
  { name: '1y', from: yearBefore(today), to: today },
  { name: 'ytd', from: `${today.slice(0, 4)}-01-01`, to: today },
  { name: 'all', from: null, to: null },
];
