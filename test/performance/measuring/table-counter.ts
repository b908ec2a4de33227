import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a table that counts what goes over it. */
export interface TableCounter {
  /** `http://127.0.0.1:<port>`, to be used in place of the table's own. */
  endpoint: string;
  /** Requests since it was last asked, by operation: `{Query: 3}`. */
  take: () => Record<string, number>;
  stop: () => Promise<void>;
}

/** `DynamoDB_20120810.Query` is a Query. */
const operationOf = ({ headers }: IncomingMessage): string =>
  String(headers['x-amz-target']).split('.').at(-1)!;

/** @param endpoint of the table */
export const startTableCounter = async (endpoint: string): Promise<TableCounter> => {
  let counts: Record<string, number> = {};
  const agent = new Agent({ keepAlive: true });
  const passOn = (incoming: IncomingMessage, answer: ServerResponse): void => {
    const { method, headers, url } = incoming;
    const outgoing = request(`${endpoint}${url}`, { method, headers, agent }, (response) => {
      answer.writeHead(response.statusCode!, response.rawHeaders);
      response.pipe(answer);
    });
    // A break of one connection is one of the other.
    outgoing.once('error', () => answer.destroy());
    answer.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  };
  const server = createServer((incoming, answer) => {
    const operation = operationOf(incoming);
    counts[operation] = (counts[operation] ?? 0) + 1;
    passOn(incoming, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = counts;
      counts = {};
      return taken;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
};
