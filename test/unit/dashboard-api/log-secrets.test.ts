import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { LOG_FORMAT } from '../../../dashboard-api/http/root-logger.ts';

const logged = (fields: object): Record<string, unknown> => {
  const lines: string[] = [];
  pino(LOG_FORMAT, { write: (line) => void lines.push(line) }).info(fields);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('hunter2');
  return JSON.parse(lines[0]!) as Record<string, unknown>;
};

it.each(['cookie', 'Set-Cookie', 'form_token', 'x-form-token', 'x-origin-verify'])(
  'a log line has no %s, however deep it lies',
  (field) => {
    const secret = { [field]: 'hunter2' };
    expect(logged({ ...secret, path: '/a' })).toMatchObject({ path: '/a' });
    const request = { headers: secret, path: '/b' };
    expect(logged({ request })).toMatchObject({ request: { headers: {}, path: '/b' } });
    expect(logged({ answers: [{ request }] })).toMatchObject({ answers: [{ request: {} }] });
    expect(logged({ a: { b: { c: { d: { e: secret } } } } })).toMatchObject({ a: {} });
    const err = Object.assign(new Error('no answer'), { request });
    expect(logged({ err })).toMatchObject({ err: { message: 'no answer', request: {} } });
    expect(logged({ cause: err })).toMatchObject({ cause: { message: 'no answer' } });
    expect(logged({ call: { toJSON: () => request } })).toMatchObject({ call: { path: '/b' } });
  },
);

it('a log line keeps what is no secret as it was', () => {
  const fields = { text: 'a', count: 1, none: null, list: [1, 'b'], day: new Date(0) };
  expect(logged(fields)).toMatchObject({ ...fields, day: '1970-01-01T00:00:00.000Z' });
});
