import { startOfDay } from '../domain/launches/dates.ts';
import { LAUNCH_SOURCES } from '../domain/launches/keys.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from './dynamodb/local-client.ts';
import type { LocalOptions } from './options.ts';

export const TABLE_NAME = 'spacex-dashboard-launches';

type Variables = Readonly<Record<string, string | undefined>>;

/** What belongs to the person's own AWS account or choice of sources must not reach the local parts. */
const FOREIGN = /^(?:AWS_|SPACEX_API_URL$|LAUNCH_LIBRARY_|AS_OF$)/;

/** Instant the clock of a replay starts at; undefined: the real time. */
export const clockStart = ({ asOf }: LocalOptions): string | undefined =>
  asOf === undefined ? undefined : startOfDay(asOf);

/**
 * The environment that the function and the dashboard share, as their deployments would give it to them.
 * @param variables the environment of this process
 * @param endpoint `http://127.0.0.1:<port>` of the embedded DynamoDB
 */
export const partEnvironment = (
  variables: Variables,
  options: LocalOptions,
  endpoint: string,
): Record<string, string> => ({
  // One person asks on this machine, maybe with a load test.
  RATE_LIMIT_PER_MINUTE: '0',
  ...Object.fromEntries(
    Object.entries(variables).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !FOREIGN.test(entry[0]),
    ),
  ),
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  DYNAMODB_TABLE: TABLE_NAME,
  LAUNCH_SOURCES: LAUNCH_SOURCES.join(','),
  ENVIRONMENT: 'dev',
  ...(options.asOf === undefined ? {} : { AS_OF: options.asOf }),
});
