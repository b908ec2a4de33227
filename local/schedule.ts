import { Cron } from 'croner';

/** When launches are collected: 01, 07, 13 and 19 o'clock UTC. */
export const SCHEDULE = '0 1,7,13,19 * * *';

/** The moment of the schedule at or before `now`. */
export const lastScheduled = (now: Date): Date => {
  // croner looks strictly before a whole second, and a moment of the schedule itself counts.
  const reference = new Date(now.getTime() + 1000);
  const candidates = new Cron(SCHEDULE, { timezone: 'UTC', paused: true }).previousRuns(
    2,
    reference,
  );
  const last = candidates.find((moment) => moment <= now);
  if (last === undefined) throw new Error('The schedule has no earlier moment');
  return last;
};

/**
 * Stand-in of the scheduler: calls `run` at every moment of the schedule until it is stopped.
 * @param run must not reject
 * @param pattern a cron pattern in UTC
 */
export const startSchedule = (run: () => Promise<void>, pattern = SCHEDULE): { stop: () => void } =>
  new Cron(pattern, { timezone: 'UTC' }, run);
