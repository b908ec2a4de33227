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
  /** Claim of a caller's token that lists roles. */
  rolesClaim: string;
  /** Instant at which the clock starts, for replays; null: the real time. */
  startsAt: string | null;
}

/** A variable is missing or wrong; the message names it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

type Variables = Readonly<Record<string, string | undefined>>;

const required = (variables: Variables, name: string): string => {
  const value = variables[name]?.trim();
  if (!value) throw new EnvironmentError(`${name} is not set`);
  return value;
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
  launchLibraryToken: variables['LAUNCH_LIBRARY_TOKEN']?.trim() || null,
  rolesClaim: variables['OIDC_ROLES_CLAIM']?.trim() || 'roles',
  startsAt: startsAt(variables),
});
