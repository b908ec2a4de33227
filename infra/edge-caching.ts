import type * as aws from '@pulumi/aws';

const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;

type CachePolicy = Omit<aws.cloudfront.CachePolicyArgs, 'name'>;

/** Each form of compression is kept by itself. */
const COMPRESSED = { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true };

/** Paths that answer everyone the same for as long as a version runs. */
export const STATIC_PATHS = ['/assets/*', '/favicon.svg', '/robots.txt'];

/** Files: kept a day, however much longer a browser may keep them. */
export const STATIC_CACHING: CachePolicy = {
  comment: 'Files, for a day',
  minTtl: 0,
  defaultTtl: DAY_SECONDS,
  maxTtl: DAY_SECONDS,
  parametersInCacheKeyAndForwardedToOrigin: {
    ...COMPRESSED,
    cookiesConfig: { cookieBehavior: 'none' },
    headersConfig: { headerBehavior: 'none' },
    queryStringsConfig: { queryStringBehavior: 'none' },
  },
};

/**
 * Pages and API: kept as long as their Cache-Control says, and not at all without one. CloudFront does not read
 * Vary, so what answers depend on is listed: language and theme, who is signed in, the filter. A token in the key
 * keeps what its owner is answered from everybody else, whatever Cache-Control says.
 */
export const PAGE_CACHING: CachePolicy = {
  comment: 'Pages and API, by their Cache-Control',
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: YEAR_SECONDS,
  parametersInCacheKeyAndForwardedToOrigin: {
    ...COMPRESSED,
    cookiesConfig: { cookieBehavior: 'all' },
    headersConfig: {
      headerBehavior: 'whitelist',
      headers: { items: ['Accept-Language', 'Authorization', 'Host'] },
    },
    queryStringsConfig: { queryStringBehavior: 'all' },
  },
};

/** All of a request but what its sender could pretend to be somebody else with. */
export const FORWARDED: Omit<aws.cloudfront.OriginRequestPolicyArgs, 'name'> = {
  comment: 'All but the names of proxies that were not there',
  cookiesConfig: { cookieBehavior: 'all' },
  headersConfig: {
    headerBehavior: 'allExcept',
    headers: { items: ['Forwarded', 'X-Forwarded-Host'] },
  },
  queryStringsConfig: { queryStringBehavior: 'all' },
};

/** Faults that CloudFront would otherwise keep for 10 seconds and answer to others too. */
export const UNKEPT_ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map(
  (errorCode) => ({ errorCode, errorCachingMinTtl: 0 }),
);
