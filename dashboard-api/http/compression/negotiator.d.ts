/** The part of negotiator, which ships without types, that encodings are chosen by. */
declare module 'negotiator' {
  import type { IncomingMessage } from 'node:http';

  export default class Negotiator {
    constructor(request: Pick<IncomingMessage, 'headers'>);
    /** @returns the one that the client wants most, of equal ones the first preferred; undefined: it takes none */
    encoding(
      available: readonly string[],
      options: { preferred: readonly string[] },
    ): string | undefined;
  }
}
