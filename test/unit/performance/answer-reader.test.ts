import { describe, expect, it } from '@jest/globals';
import { AnswerReader } from '../../performance/measuring/load/answer-reader.ts';

const ANSWERS: Readonly<Record<string, readonly [status: number, text: string]>> = {
  'of a length': [
    200,
    'HTTP/1.1 200 OK\r\nX-A: b\r\ncontent-LENGTH: 6\r\nX-C: d\r\n\r\n0\r\n\r\nx',
  ],
  empty: [404, 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'],
  'in chunks': [
    200,
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n0\r\n\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n',
  ],
  'not modified, with the length of what was not sent': [
    304,
    'HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n',
  ],
};

describe('the end of an answer', () => {
  it.each(Object.entries(ANSWERS))(
    '%s, is found wherever its bytes are cut',
    (_name, [status, text]) => {
      const bytes = Buffer.from(text);
      for (let cut = 1; cut < bytes.length; cut += 1) {
        const reader = new AnswerReader();
        expect([reader.read(bytes.subarray(0, cut)), reader.read(bytes.subarray(cut))]).toEqual([
          null,
          status,
        ]);
      }
    },
  );

  it('is found byte by byte, one answer after the other', () => {
    const reader = new AnswerReader();
    for (const [status, text] of Object.values(ANSWERS)) {
      const found = [...Buffer.from(text)].map((byte) => reader.read(Buffer.from([byte])));
      expect(found.at(-1)).toBe(status);
      expect(found.slice(0, -1).every((result) => result === null)).toBe(true);
    }
  });
});
