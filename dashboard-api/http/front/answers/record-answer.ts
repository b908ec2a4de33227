import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { putMethod } from '../../put-method.ts';
import { untaggedCoding } from '../../strong-etag.ts';
import type { Answer } from './answer-store.ts';
import { LARGEST_BODY } from './answer-store.ts';

/** Of the connection and of the moment; the server writes them for each answer. */
const OF_ONE_ANSWER = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];
const OF_THE_BODY = ['content-type', 'content-encoding', 'etag'];

type Field = readonly [name: string, value: string];

const fieldsOf = (response: ServerResponse, before: OutgoingHttpHeaders): Field[] =>
  Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined || value === before[name] || OF_ONE_ANSWER.includes(name)
      ? []
      : [[name, String(value)] as const],
  );

const NOT_MODIFIED = 304;

const answerOf = (fields: readonly Field[], body: Buffer | null): Answer => ({
  headers: [...fields.flat(), ...(body === null ? [] : ['content-length', String(body.length)])],
  unchangedHeaders: fields.filter(([name]) => !OF_THE_BODY.includes(name)).flat(),
  tag: untaggedCoding(fields.find(([name]) => name === 'etag')?.[1] ?? ''),
  body,
});

/**
 * Keeps a copy of what is sent. Must come before what compresses, so that the copy is compressed too.
 * @param done told what was sent, as soon as all of it was handed over; null when it was broken off or is too large
 */
export const recordAnswer = (
  response: ServerResponse,
  done: (answer: Answer | null) => void,
): void => {
  // What is set by now was set for this request, and is set anew for each.
  const before = { ...response.getHeaders() };
  const copy = new Copy();
  let isTold = false;
  const tell = (answer: Answer | null): void => {
    if (!isTold) done(answer);
    isTold = true;
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  putMethod(response, 'write', (...args) => {
    copy.add(args[0], args[1]);
    return write(...args);
  });
  putMethod(response, 'end', (...args) => {
    copy.add(args[0], args[1]);
    const result = end(...args);
    const body = response.statusCode === NOT_MODIFIED ? null : copy.whole();
    tell(copy.isTooLarge ? null : answerOf(fieldsOf(response, before), body));
    return result;
  });
  response.once('close', () => tell(null));
};

/** The bytes of an answer as they pass; none of them once they are too many. */
class Copy {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;

  get isTooLarge(): boolean {
    return this.bytes > LARGEST_BODY;
  }

  add(chunk: unknown, encoding: unknown): void {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
    this.bytes += chunk.length;
    if (this.isTooLarge) this.chunks.length = 0;
    else this.chunks.push(toBuffer(chunk, encoding));
  }

  whole(): Buffer {
    // Memory of its own: a part of what is shared would keep all of it, several times as much.
    const whole = Buffer.allocUnsafeSlow(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const chunk of this.chunks) end += chunk.copy(whole, end);
    return whole;
  }
}

const toBuffer = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
    : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
