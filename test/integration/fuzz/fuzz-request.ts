import type { RawRequest } from '../../helpers/raw-http.ts';

/** A request as the fuzz test makes it up. */
export type FuzzRequest = Required<Pick<RawRequest, 'method' | 'path' | 'headers'>> &
  Pick<RawRequest, 'body'>;

/** Without its length, Node sends the body of some methods as if it were the next request. */
export const withBody = (
  headers: Record<string, string>,
  body: string | undefined,
): Pick<FuzzRequest, 'headers' | 'body'> =>
  body === undefined
    ? { headers }
    : { headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body };
