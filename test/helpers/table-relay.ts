import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { PassThrough, Transform } from 'node:stream';

/**
 * How the way to the table behaves: it works, refuses connections, swallows what is sent, or brings the first
 * bytes of what comes back and no more.
 */
export type RelayMode = 'open' | 'refusing' | 'hanging' | 'stalling';

/** Within the body of any page. */
const FIRST_BYTES = 2000;

/** A way to the table that can break and mend, as networks do. */
export interface TableRelay {
  /** `http://127.0.0.1:<port>`, to be used in place of the table's own. */
  endpoint: string;
  /** Also breaks the connections there are. */
  set: (mode: RelayMode) => void;
  stop: () => Promise<void>;
}

/** Swallows what comes after the first bytes. */
const onlyFirst = (): Transform => {
  let left = FIRST_BYTES;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const first = chunk.subarray(0, left);
      left -= first.length;
      done(null, first);
    },
  });
};

const join = (a: Socket, b: Socket, back: Transform = new PassThrough()): void => {
  a.pipe(b).pipe(back).pipe(a);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    one.once('close', () => other.destroy());
    // A broken connection is what this is for; its other end is told by the closing.
    one.on('error', () => one.destroy());
  }
};

export const startTableRelay = async (endpoint: string): Promise<TableRelay> => {
  const { port } = new URL(endpoint);
  let mode: RelayMode = 'open';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (mode === 'refusing') socket.destroy();
    else if (mode !== 'hanging') {
      const table = connect(Number(port), '127.0.0.1');
      join(socket, table, mode === 'stalling' ? onlyFirst() : undefined);
    }
  });
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      mode = next;
      dropAll();
    },
    stop: async () => {
      dropAll();
      server.close();
      await once(server, 'close');
    },
  };
};
