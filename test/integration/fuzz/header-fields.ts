import * as fc from 'fast-check';

/** Header fields that something on the way may read, each with values that are odd. */
const ODD: Readonly<Record<string, readonly string[]>> = {
  accept: ['', '*/*', 'text/html', 'application/xml;q=0', ';;;', 'a'.repeat(2000)],
  'accept-encoding': ['gzip', 'br', 'deflate', '*', 'gzip;q=0, *;q=0', 'zip', 'identity;q=0'],
  'accept-language': ['es', 'xx-YY;q=9', '*', ',,,', 'en-'.repeat(300)],
  'access-control-request-method': ['DELETE', 'nothing'],
  authorization: ['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic Og==', 'Bearer e30.e30.'],
  'cache-control': ['no-cache', 'only-if-cached', 'max-age=-1'],
  'content-type': [
    'application/json',
    'text/plain',
    'application/json; charset=x',
    '',
    '/',
    'a/b;',
  ],
  'content-encoding': ['gzip', 'br', 'x'],
  cookie: [
    'a=b',
    'session=x; session=y',
    '=',
    ';',
    'lang=%E0%A4%A',
    '__proto__=1',
    'a'.repeat(4000),
  ],
  expect: ['100-continue', 'a-miracle'],
  forwarded: ['for="_x"', 'for=1.2.3.4;proto=https'],
  host: ['example.com', 'localhost:0', '', '[::1]', 'a b', '<x>'],
  'if-modified-since': ['yesterday', 'Wed, 21 Oct 2065 07:28:00 GMT'],
  'if-none-match': ['*', '""', 'W/"x"', '"', 'x'.repeat(500)],
  origin: ['null', 'https://example.com', '<script>'],
  range: ['bytes=0-1', 'bytes=5-1', 'bytes=-', 'lines=1-2'],
  traceparent: ['00-0', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'x'],
  upgrade: ['websocket', 'h2c'],
  'x-amzn-trace-id': ['Root=1-x', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1', ';;='],
  'x-forwarded-for': ['127.0.0.1', '1.2.3.4, unknown', ',,,', '::1%eth0', 'x'.repeat(3000)],
  'x-forwarded-proto': ['https', 'gopher', 'http,https'],
  'x-http-method-override': ['DELETE', 'CONNECT'],
  'x-request-id': ['a', '', 'a b', '../x', 'x'.repeat(1000), '{"a":1}', '\u00ff'],
};

const LARGEST = 17_000;

const PRINTABLE = {
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .map((code) => (code === 0x7f ? ' ' : String.fromCharCode(code))),
};

const field: fc.Arbitrary<readonly [string, string]> = fc
  .constantFrom(...Object.keys(ODD))
  .chain((name) =>
    fc
      .oneof(fc.constantFrom(...ODD[name]!), fc.string({ ...PRINTABLE, maxLength: 30 }))
      .map((value) => [name, value] as const),
  );

const fields = fc
  .array(field, { maxLength: 3 })
  .map((pairs): Record<string, string> => Object.fromEntries(pairs));

/** Mostly few, sometimes more than a server reads. */
export const headerFields: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 8, arbitrary: fields },
  { weight: 1, arbitrary: fields.map((some) => ({ ...some, 'x-large': 'x'.repeat(LARGEST) })) },
);
