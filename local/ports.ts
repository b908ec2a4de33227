import { once } from 'node:events';
import { createServer } from 'node:net';
import { LocalError } from './terminal.ts';

/** `localhost` may be either; the second is missing on machines without IPv6. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/** Why nothing can listen there; null when it can, or when the machine has no such address. */
const obstacle = async (port: number, host: string): Promise<string | null> => {
  const server = createServer();
  try {
    server.listen({ port, host });
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return 'is taken by another program';
    if (code === 'EACCES') return 'may not be used by this user';
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return null;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return null;
};

/**
 * Makes sure that a port of localhost is free.
 * @param variable the environment variable that changes it
 * @throws LocalError naming both
 */
export const checkPort = async (port: number, variable: string): Promise<void> => {
  for (const host of LOOPBACKS) {
    const reason = await obstacle(port, host);
    if (reason !== null) {
      throw new LocalError(`Port ${port} ${reason}; choose another one with ${variable}=<port>.`);
    }
  }
};
