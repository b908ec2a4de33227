import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import express from 'express';
import { compress } from '../../../dashboard-api/http/compression/compress.ts';

const MEGABYTE = 1024 * 1024;
/** As hard to compress as anything, so that whoever sends it has to wait for its reader. */
const LARGE = Buffer.from(randomBytes(6 * MEGABYTE).toString('base64'));
const PART = 50_000;

const parts = (): Buffer[] =>
  Array.from({ length: Math.ceil(LARGE.length / PART) }, (_, index) =>
    LARGE.subarray(index * PART, (index + 1) * PART),
  );

let server: Server;

const ask = async (path: string): Promise<IncomingMessage> => {
  const { port } = server.address() as AddressInfo;
  const headers = { 'Accept-Encoding': 'br' };
  const [response] = (await once(get({ port, path, headers }), 'response')) as [IncomingMessage];
  return response;
};

describe('compression of what is sent', () => {
  beforeAll(async () => {
    const app = express();
    app.use(compress);
    app.get('/whole', (_request, response) => void response.type('text').end(LARGE));
    app.get('/piped', (_request, response) => {
      Readable.from(parts()).pipe(response.type('text'));
    });
    app.get('/waiting', (_request, response) => {
      const left = parts();
      const send = (): void => {
        while (left.length > 0) if (!response.write(left.shift())) return;
        response.end();
      };
      // There before anything is written, as where an iterator is sent.
      response.type('text').on('drain', send);
      send();
    });
    app.get('/small', (_request, response) => void response.type('text').end('small'));
    server = app.listen(0);
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  it.each(['/whole', '/piped', '/waiting'])(
    'brings all of a large body to a slow reader: %s',
    async (path) => {
      const response = await ask(path);
      response.pause();
      await sleep(200);
      expect(response.headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(await buffer(response)).equals(LARGE)).toBe(true);
    },
  );

  it('leaves a small body as it is', async () => {
    const response = await ask('/small');
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(String(await buffer(response))).toBe('small');
  });
});
