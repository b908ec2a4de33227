import got from 'got';
import * as z from 'zod/mini';
import type { SourceEnvironment } from './sources.ts';
import { inOneLine } from './terminal.ts';

const TIMEOUT_MS = 5000;

/** `limit_frequency_secs`: length of the window the limit is counted over. */
const throttleSchema = z.object({
  your_request_limit: z.number(),
  current_use: z.number(),
  limit_frequency_secs: z.number(),
});

/**
 * Asks Launch Library how many calls this address or token has left; asking is free.
 * @returns one line that says so, or why it is not known
 */
export const launchLibraryBudget = async (sources: SourceEnvironment): Promise<string> => {
  const { LAUNCH_LIBRARY_API_URL: base, LAUNCH_LIBRARY_TOKEN: token } = sources;
  try {
    const answer = await got(new URL('/2.3.0/api-throttle/', base), {
      timeout: { request: TIMEOUT_MS },
      retry: { limit: 0 },
      headers: token === undefined ? {} : { authorization: `Token ${token}` },
    }).json();
    const {
      your_request_limit: limit,
      current_use: used,
      limit_frequency_secs: seconds,
    } = throttleSchema.parse(answer);
    const left = Math.max(0, limit - used);
    return `Launch Library: ${left} of ${limit} calls left in these ${Math.round(seconds / 60)} minutes.`;
  } catch (error) {
    return `Launch Library does not say how many calls are left: ${inOneLine(error)}`;
  }
};
