import { describe, expect, it } from '@jest/globals';
import { readCall } from '../../../functions/ingest-launches/event.ts';

const http = (event: object) => ({ version: '2.0', requestContext: { http: {} }, ...event });

describe('events', () => {
  it.each<[string, unknown, unknown]>([
    [
      'a schedule',
      { schedule: true, source: 'spacex' },
      { trigger: 'schedule', fields: { source: 'spacex' } },
    ],
    [
      'an HTTP body',
      http({ body: '{"source":"spacex"}' }),
      { trigger: 'http', fields: { source: 'spacex' } },
    ],
    [
      'a base64 body',
      http({ body: Buffer.from('{"source":"spacex"}').toString('base64'), isBase64Encoded: true }),
      { trigger: 'http', fields: { source: 'spacex' } },
    ],
    ['no HTTP body', http({}), { trigger: 'http', fields: {} }],
    ['an empty HTTP body', http({ body: ' ' }), { trigger: 'http', fields: {} }],
    ['a direct call', { source: 'spacex' }, { trigger: 'direct', fields: { source: 'spacex' } }],
    ['a direct call of nothing', undefined, { trigger: 'direct', fields: {} }],
    [
      'a schedule inside a body',
      http({ body: '{"schedule":true}' }),
      { trigger: 'http', fields: { schedule: true } },
    ],
    [
      'a direct call that wants an answer',
      { backfill: true, report_failure: true },
      { trigger: 'direct', fields: { backfill: true } },
    ],
    [
      'report_failure: false',
      { report_failure: false },
      { trigger: 'direct', fields: { report_failure: false } },
    ],
    ['schedule: false', { schedule: false }, { trigger: 'direct', fields: { schedule: false } }],
  ])('%s', (_name, event, call) => {
    expect(readCall(event)).toEqual(call);
  });

  it.each([
    ['{"source":', /^body: is not JSON/],
    ['source=spacex', /^body: is not JSON/],
  ])('a body %s is refused', (body, message) => {
    expect(() => readCall(http({ body }))).toThrow(message);
  });

  it('refuses query parameters rather than ignore what somebody meant', () => {
    expect(() => readCall(http({ rawQueryString: 'source=spacex' }))).toThrow(/^query: /);
  });
});
