import { describe, expect, it } from '@jest/globals';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { requestIdFor } from '../../../dashboard-api/http/request-id.ts';

const NEW = /^[0-9a-f-]{36}$/;

/** The id of a request that comes from an address and names itself. */
const idOf = (given: string, from: string, trustedProxies: number): string => {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: from });
  const request = new IncomingMessage(socket);
  request.headers['x-request-id'] = given;
  return requestIdFor(trustedProxies)(request);
};

describe('the id of a request', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'is the caller’s where it comes from %s, this machine',
    (from) => {
      expect(idOf('1-67891233-abc:def.0', from, 0)).toBe('1-67891233-abc:def.0');
    },
  );

  it.each(['203.0.113.9', '10.0.0.7', '127.0.0.1'])(
    'is a new one where a proxy passes on what anybody sends, from %s',
    (from) => {
      expect(idOf('mine', from, 1)).toMatch(NEW);
    },
  );

  it.each(['203.0.113.9', '::ffff:203.0.113.9', '10.0.0.7', ''])(
    'is a new one where anybody may call, from %s',
    (from) => {
      expect(idOf('mine', from, 0)).toMatch(NEW);
    },
  );

  it.each(['', 'a b', 'a\nlevel=fatal', '"', '<script>', 'x'.repeat(65), 'ünique'])(
    'is a new one where %j cannot stand in a log line',
    (given) => {
      expect(idOf(given, '127.0.0.1', 0)).toMatch(NEW);
    },
  );
});
