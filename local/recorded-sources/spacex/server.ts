import { parseAsOf } from '../as-of.ts';
import { isDocument } from '../messages.ts';
import type { Answer, Document, RecordedRequest } from '../messages.ts';
import { startRecordedServer } from '../recorded-server.ts';
import type { RecordedServer, RecordedServerOptions } from '../recorded-server.ts';
import { BadQuery } from './bad-query.ts';
import { compileFilter } from './filter.ts';
import { launchAsOf, recordedLaunches } from './launch.ts';
import type { SpacexLaunch } from './launch.ts';
import { paginate, readPaging } from './page.ts';
import { readSelect } from './select.ts';
import { readSort } from './sort.ts';

/** The API reads a body only where its type says JSON; without one, a call asks for everything. */
const readBody = ({ headers, body }: RecordedRequest): Document => {
  if (!headers['content-type']?.includes('json') || body === null) return {};
  if (typeof body !== 'object') throw new BadQuery('invalid JSON, only supports object and array');
  return isDocument(body) ? body : {};
};

const readOptions = (options: unknown): Document => {
  if (!isDocument(options)) throw new BadQuery('options must be an object');
  if (options.populate !== undefined) throw new BadQuery('populate is not recorded');
  return options;
};

const runQuery = (request: RecordedRequest, launches: readonly Document[]): Document => {
  const { query = {}, options: given = {} } = readBody(request);
  const options = readOptions(given);
  const matches = compileFilter(query);
  const order = readSort(options.sort);
  const select = readSelect(options.select);
  const paging = readPaging(options);
  const page = paginate(launches.filter(matches).sort(order), paging);
  return { ...page, docs: page.docs.map(select) };
};

const answer = (request: RecordedRequest, launches: readonly SpacexLaunch[]): Answer => {
  if (request.method !== 'POST' || request.path !== '/v5/launches/query') {
    return { status: 404, body: 'Not Found' };
  }
  try {
    return { status: 200, body: runQuery(request, launches) };
  } catch (error) {
    if (error instanceof BadQuery) return { status: 400, body: error.message };
    throw error;
  }
};

/**
 * Starts the recorded r-spacex API: `POST /v5/launches/query` over the 205 recorded launches.
 * @throws RangeError when `asOf` is not a date
 */
export const startSpacexServer = async (
  options: RecordedServerOptions = {},
): Promise<RecordedServer<SpacexLaunch>> => {
  const asOf = options.asOf === undefined ? undefined : parseAsOf(options.asOf);
  const recorded = recordedLaunches();
  const launches =
    asOf === undefined ? recorded : recorded.map((launch) => launchAsOf(launch, asOf));
  return startRecordedServer({ launches, documentsKey: 'docs', answer }, options);
};
