import { parseAsOf } from '../as-of.ts';
import type { Answer, RecordedRequest } from '../messages.ts';
import { startRecordedServer } from '../recorded-server.ts';
import type { RecordedServer, RecordedServerOptions } from '../recorded-server.ts';
import { launchAsOf } from './as-of.ts';
import { expandLaunch } from './expand.ts';
import { recordedFacts } from './launch.ts';
import type { LaunchLibraryLaunch } from './launch.ts';
import { pageOf } from './page.ts';
import { BadParameters, readParameters } from './parameters.ts';
import { GENEROUS, Throttle } from './throttle.ts';
import type { ThrottleOptions } from './throttle.ts';

export interface LaunchLibraryServerOptions extends RecordedServerOptions {
  /** Answers 429 once a caller has used its calls; a million an hour by default. */
  throttle?: ThrottleOptions;
}

const LAUNCHES_PATH = '/2.3.0/launches/';
const THROTTLE_PATH = '/2.3.0/api-throttle/';

const absoluteUrl = ({ headers, path, query }: RecordedRequest): URL => {
  const url = new URL(path, `http://${headers.host}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
};

const callerOf = ({ headers }: RecordedRequest): string =>
  headers.authorization?.replace(/^Token\s+/i, '') ?? '127.0.0.1';

const notAllowed = (method: string): Answer => ({
  status: 405,
  headers: { allow: 'GET, HEAD' },
  body: { detail: `Method "${method}" not allowed.` },
});

const throttled = (seconds: number): Answer => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: { detail: `Request was throttled. Expected available in ${seconds} seconds.` },
});

const answerLaunches = (
  request: RecordedRequest,
  launches: readonly LaunchLibraryLaunch[],
): Answer => {
  try {
    const parameters = readParameters(request.query);
    return { status: 200, body: pageOf(launches, parameters, absoluteUrl(request)) };
  } catch (error) {
    if (error instanceof BadParameters) return { status: 400, body: error.fields };
    throw error;
  }
};

const answerWith =
  (throttle: Throttle) =>
  (request: RecordedRequest, launches: readonly LaunchLibraryLaunch[]): Answer => {
    const { method, path } = request;
    if ([LAUNCHES_PATH, THROTTLE_PATH].includes(`${path}/`)) {
      const { pathname, search } = absoluteUrl(request);
      return { status: 301, headers: { location: `${pathname}/${search}` }, body: '' };
    }
    if (path !== LAUNCHES_PATH && path !== THROTTLE_PATH) {
      return { status: 404, body: { detail: 'Not found.' } };
    }
    if (method !== 'GET' && method !== 'HEAD') return notAllowed(method);
    const caller = callerOf(request);
    if (path === THROTTLE_PATH) return { status: 200, body: throttle.report(caller) };
    const seconds = throttle.take(caller);
    return seconds > 0 ? throttled(seconds) : answerLaunches(request, launches);
  };

/**
 * Starts the recorded Launch Library: `GET /2.3.0/launches/` over the 674 recorded launches, and
 * `GET /2.3.0/api-throttle/`, which costs nothing.
 * @throws RangeError when `asOf` is not a date
 */
export const startLaunchLibraryServer = async (
  options: LaunchLibraryServerOptions = {},
): Promise<RecordedServer<LaunchLibraryLaunch>> => {
  const asOf = options.asOf === undefined ? undefined : parseAsOf(options.asOf);
  const recorded = recordedFacts().map(expandLaunch);
  const launches =
    asOf === undefined ? recorded : recorded.map((launch) => launchAsOf(launch, asOf));
  const answer = answerWith(new Throttle(options.throttle ?? GENEROUS));
  return startRecordedServer({ launches, documentsKey: 'results', answer }, options);
};
