import { isUtcDay, startOfDay } from '../../domain/launches/dates.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { isLaunchSource, LAUNCH_SOURCES } from '../../domain/launches/keys.ts';

/** What the function is told by its environment. */
export interface Environment {
  tableName: string;
  /** `dev` adds times, counts and reasons to the answers. */
  name: string;
  /** Sources that may be ingested; the first is the default. */
  sources: readonly LaunchSource[];
  spacexApiUrl: string;
  launchLibraryApiUrl: string;
  launchLibraryToken: string | null;
  /** Secret that holds the token, in place of the token itself. */
  launchLibraryTokenSecretArn: string | null;
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

type Variables = Readonly<Record<string, string | undefined>>;

const required = (variables: Variables, name: string): string => {
  const value = variables[name]?.trim();
  if (!value) throw new EnvironmentError(`${name} is not set`);
  return value;
};

const optional = (variables: Variables, name: string): string | null =>
  variables[name]?.trim() || null;

/** The token, or the secret it is in: with both it would be a guess which one counts. */
const launchLibraryToken = (variables: Variables) => {
  const launchLibraryToken = optional(variables, TOKEN);
  const launchLibraryTokenSecretArn = optional(variables, SECRET_ARN);
  if (launchLibraryToken !== null && launchLibraryTokenSecretArn !== null) {
    throw new EnvironmentError(`${TOKEN} and ${SECRET_ARN} are both set; one of them is enough`);
  }
  return { launchLibraryToken, launchLibraryTokenSecretArn };
};

const url = (variables: Variables, name: string, fallback: string): string => {
  const value = variables[name]?.trim() || fallback;
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new EnvironmentError(`${name} is not an http(s) address: ${value}`);
  }
  return value;
};

const sources = (variables: Variables): readonly LaunchSource[] => {
  const names = (variables['LAUNCH_SOURCES']?.trim() || LAUNCH_SOURCES.join(','))
    .split(',')
    .map((name) => name.trim());
  return names.map((name) => {
    if (isLaunchSource(name)) return name;
    throw new EnvironmentError(
      `LAUNCH_SOURCES names ${name || 'nothing'}; it may name ${LAUNCH_SOURCES.join(', ')}`,
    );
  });
};

const tracingEndpoint = (variables: Variables): string | null =>
  variables['OTEL_EXPORTER_OTLP_ENDPOINT']?.trim()
    ? url(variables, 'OTEL_EXPORTER_OTLP_ENDPOINT', '')
    : null;

const tracedShare = (variables: Variables): number => {
  const text = variables['OTEL_TRACES_SAMPLER_ARG']?.trim() || '1';
  if (/^(0|1|0?\.\d+|1\.0+)$/.test(text)) return Number(text);
  throw new EnvironmentError(`OTEL_TRACES_SAMPLER_ARG is not a number from 0 to 1: ${text}`);
};

const startsAt = (variables: Variables): string | null => {
  const day = variables['AS_OF']?.trim();
  if (!day) return null;
  if (!isUtcDay(day)) throw new EnvironmentError(`AS_OF is not a day YYYY-MM-DD: ${day}`);
  return startOfDay(day);
};

/**
 * Reads the environment once, typed.
 * @throws EnvironmentError naming the variable that is missing or wrong
 */
export const readEnvironment = (variables: Variables): Environment => ({
  tableName: required(variables, 'DYNAMODB_TABLE'),
  name: variables['ENVIRONMENT']?.trim() || 'prod',
  sources: sources(variables),
  spacexApiUrl: url(variables, 'SPACEX_API_URL', 'https://api.spacexdata.com'),
  launchLibraryApiUrl: url(variables, 'LAUNCH_LIBRARY_API_URL', 'https://ll.thespacedevs.com'),
  ...launchLibraryToken(variables),
  startsAt: startsAt(variables),
  tracingEndpoint: tracingEndpoint(variables),
  tracedShare: tracedShare(variables),
});
