import { get } from 'node:http';

/** An answer as it is on the wire. */
export interface RawBytes {
  status: number;
  /** Name, value, name, value; what Node sets by itself left out. */
  headers: string[];
  body: Buffer;
}

/** Node's server writes these of its own. */
const OWN = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

const withoutOwn = (headers: readonly string[]): string[] => {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at]!, headers[at + 1]!];
    if (!OWN.includes(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
};

/** Asks once, and decodes nothing. */
export const rawAnswer = (url: string, acceptEncoding: string): Promise<RawBytes> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': acceptEncoding };
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const body = Buffer.concat(chunks);
        const kept = withoutOwn(response.rawHeaders);
        resolve({
          status: response.statusCode!,
          headers: [...kept, 'Content-Length', String(body.length)],
          body,
        });
      });
    }).once('error', reject);
  });
