import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const HASH = /^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$/;
const FILE = 'csp.json';

const parseHashes = (text: string): string[] => {
  const { styleHashes } = JSON.parse(text) as { styleHashes?: unknown };
  const hashes = Array.isArray(styleHashes) ? styleHashes.map(String) : [];
  if (hashes.length === 0 || hashes.some((hash) => !HASH.test(hash))) {
    throw new Error(`${FILE}: styleHashes must be a list of CSP hashes`);
  }
  return hashes;
};

/**
 * Hashes of the style texts that the chart library injects, as the build of the views found them.
 * @param viewsDir folder of the built views; without `csp.json` in it no inline style is allowed
 * @throws Error when the file is not one the build wrote
 */
export const readStyleHashes = (viewsDir: string): string[] => {
  try {
    return parseHashes(readFileSync(join(viewsDir, FILE), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** Features of browsers that nothing here uses, neither the pages nor what they might be made to embed. */
const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS = UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ');

const TWO_YEARS = 'max-age=63072000; includeSubDomains';

const strictHeaders = (styleHashes: readonly string[]) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...styleHashes.map((hash) => `'${hash}'`)],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Other sites learn nothing of where their visitors come from, and forms of ours still name their origin.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });

/**
 * Strict security headers; no nonces, so that pages can be cached. A browser is told to come by HTTPS alone
 * where it came so, as the proxies that are trusted say.
 * @param behindTls true where every client comes by HTTPS, whatever the last proxy says
 */
export const securityHeaders = (
  styleHashes: readonly string[],
  behindTls: boolean,
): RequestHandler => {
  const setStrictHeaders = strictHeaders(styleHashes);
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS);
    if (behindTls || request.secure) response.setHeader('Strict-Transport-Security', TWO_YEARS);
    setStrictHeaders(request, response, next);
  };
};

const PUBLIC = /^\/(api|docs-json|health|liveness|readiness)(\/|\?|$)/;
const EXPOSED = [
  'Content-Disposition',
  'ETag',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Data-As-Of',
  'X-Data-Stale',
  'X-Request-Id',
].join(', ');

/** Lets any site read what is public: there is nothing here that depends on who asks. */
export const publicCors: RequestHandler = (request, response, next) => {
  if (PUBLIC.test(request.originalUrl)) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', EXPOSED);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  next();
};
