import { parseInstant } from '../../domain/launches/dates.ts';

/**
 * Reads the moment a replay stands at; a day means its first instant.
 * @returns ISO 8601 UTC with milliseconds
 * @throws RangeError when it is not a date
 */
export const parseAsOf = (text: string): string => {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`as-of: "${text}" is not an ISO 8601 date`);
  return instant;
};
