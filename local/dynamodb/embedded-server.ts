import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';

/** Tables are active at once; a real DynamoDB takes seconds, which nothing here depends on. */
const WITHOUT_DELAY = { createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 };

export interface EmbeddedServer {
  /** `http://127.0.0.1:<port>` */
  endpoint: string;
  /** Ends what is being answered, closes the store and resolves when its files are whole. */
  close: () => Promise<void>;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });

/**
 * Starts an embedded DynamoDB on a free port of 127.0.0.1.
 * @param path folder of its store; in memory without one
 */
export const startEmbeddedServer = async (path?: string): Promise<EmbeddedServer> => {
  const server = dynalite({ ...WITHOUT_DELAY, ...(path === undefined ? {} : { path }) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
};
