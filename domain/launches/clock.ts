/** Tells the time as ISO 8601 UTC with milliseconds. */
export type Clock = () => string;

export const systemClock: Clock = () => new Date().toISOString();

/**
 * A clock that starts at a given instant and runs on from there, for replaying recordings as of a day.
 * @param startsAt ISO 8601 UTC; without it, the system's time
 */
export const createClock = (startsAt?: string): Clock => {
  if (startsAt === undefined) return systemClock;
  const offset = Date.parse(startsAt) - Date.now();
  return () => new Date(Date.now() + offset).toISOString();
};
