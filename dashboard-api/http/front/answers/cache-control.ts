const MAX_AGE = /(?:^|,)\s*max-age=(\d+)/;

/**
 * How long any cache may keep an answer with such a Cache-Control.
 * @returns milliseconds; null for not at all
 */
export const sharedLifetime = (cacheControl: string | undefined): number | null => {
  if (cacheControl === undefined || !/(?:^|,)\s*public\b/.test(cacheControl)) return null;
  const seconds = Number(MAX_AGE.exec(cacheControl)?.[1] ?? 0);
  return seconds === 0 ? null : seconds * 1000;
};

/** True for what never changes under its address. */
export const isImmutable = (cacheControl: string): boolean => cacheControl.includes('immutable');
