export const SUMMARY = '/api/v1/statistics/summary';
export const PAGE = '/';

/** The Accept-Encoding of browsers. */
export const COMPRESSED = 'gzip, deflate, br, zstd';
export const IDENTITY = 'identity';

export const AS_BROWSERS_ASK = { 'accept-encoding': COMPRESSED };
