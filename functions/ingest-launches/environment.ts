import { LAUNCH_SOURCES } from '../../domain/launches/keys.ts';
import type { ParseSetting, SourcesInUse } from '../../domain/settings.ts';
import { parseHttpUrl, parseShare, parseSources, parseStartDay } from '../../domain/settings.ts';

/** What the function is told by its environment. */
export interface Environment {
  tableName: string;
  /** `dev` adds times, counts and reasons to the answers. */
  name: string;
  /** Sources that may be ingested; the first is the default. */
  sources: SourcesInUse;
  spacexApiUrl: string;
  launchLibraryApiUrl: string;
  launchLibraryToken: string | null;
  /** Secret that holds the token, in place of the token itself. */
  launchLibraryTokenSecretArn: string | null;
  /** Claim of a caller's token that lists roles. */
  rolesClaim: string;
  /** Instant at which the clock starts, for replays; null: the real time. */
  startsAt: string | null;
  /** Collector that traces are sent to; null: no tracing. */
  tracingEndpoint: string | null;
  /** Share of calls without a trace that start one, 0 to 1. */
  tracedShare: number;
}

/** A variable is missing or wrong; the message names it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Variable that names the secret with Launch Library's token. */
export const SECRET_ARN = 'LAUNCH_LIBRARY_TOKEN_SECRET_ARN';

const TOKEN = 'LAUNCH_LIBRARY_TOKEN';

const SPACEX_API = 'https://api.spacexdata.com';
const LAUNCH_LIBRARY_API = 'https://ll.thespacedevs.com';

type Variables = Readonly<Record<string, string | undefined>>;

const optional = (variables: Variables, name: string): string | null =>
  variables[name]?.trim() || null;

const required = (variables: Variables, name: string): string => {
  const value = optional(variables, name);
  if (value === null) throw new EnvironmentError(`${name} is not set`);
  return value;
};

/** Reads a variable as what it means; one that is set to nothing counts as not set. */
const read = <T, F>(
  variables: Variables,
  name: string,
  parse: ParseSetting<T>,
  fallback: F,
): T | F => {
  const text = optional(variables, name);
  try {
    return text === null ? fallback : parse(text);
  } catch (error) {
    throw new EnvironmentError(`${name}: ${(error as Error).message}`, { cause: error });
  }
};

/** The token, or the secret it is in: with both it would be a guess which one counts. */
const launchLibraryToken = (variables: Variables) => {
  const launchLibraryToken = optional(variables, TOKEN);
  const launchLibraryTokenSecretArn = optional(variables, SECRET_ARN);
  if (launchLibraryToken !== null && launchLibraryTokenSecretArn !== null) {
    throw new EnvironmentError(`${TOKEN} and ${SECRET_ARN} are both set; one of them is enough`);
  }
  return { launchLibraryToken, launchLibraryTokenSecretArn };
};

/**
 * Reads the environment once, typed.
 * @throws EnvironmentError naming the variable that is missing or wrong
 */
export const readEnvironment = (variables: Variables): Environment => ({
  tableName: required(variables, 'DYNAMODB_TABLE'),
  name: optional(variables, 'ENVIRONMENT') ?? 'prod',
  sources: read(variables, 'LAUNCH_SOURCES', parseSources, LAUNCH_SOURCES),
  spacexApiUrl: read(variables, 'SPACEX_API_URL', parseHttpUrl, SPACEX_API),
  launchLibraryApiUrl: read(variables, 'LAUNCH_LIBRARY_API_URL', parseHttpUrl, LAUNCH_LIBRARY_API),
  ...launchLibraryToken(variables),
  rolesClaim: optional(variables, 'OIDC_ROLES_CLAIM') ?? 'roles',
  startsAt: read(variables, 'AS_OF', parseStartDay, null),
  tracingEndpoint: read(variables, 'OTEL_EXPORTER_OTLP_ENDPOINT', parseHttpUrl, null),
  tracedShare: read(variables, 'OTEL_TRACES_SAMPLER_ARG', parseShare, 1),
});
