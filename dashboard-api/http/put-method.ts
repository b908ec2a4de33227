import type { ServerResponse } from 'node:http';

/**
 * Puts a method in the place of the one that a response has. A function written where it is assigned to a property would be made
 * among the old objects at once, and all that it refers to, the whole request, would stay until the next full collection.
 */
export const putMethod = <Name extends 'write' | 'end' | 'writeHead'>(
  response: ServerResponse,
  name: Name,
  method: (...args: unknown[]) => unknown,
): void => {
  response[name] = method as ServerResponse[Name];
};
