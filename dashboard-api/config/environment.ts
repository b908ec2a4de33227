import { join } from 'node:path';
import { LAUNCH_SOURCES } from '../../domain/launches/keys.ts';
import type { ParseSetting, SourcesInUse } from '../../domain/settings.ts';
import {
  parseHttpUrl,
  parseShare,
  parseSources,
  parseStartDay,
  rejectSetting,
} from '../../domain/settings.ts';
import type { AuthSettings } from './auth-settings.ts';
import { readAuthSettings } from './auth-settings.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the dashboard is told by its environment; also the token it is injected under. */
export abstract class Environment {
  /** DYNAMODB_TABLE: name of the launches table. */
  abstract readonly tableName: string;
  /** LAUNCH_SOURCES: sources served; the first is the one meant when a request names none. */
  abstract readonly sources: SourcesInUse;
  /** HOST, PORT: where to listen; port 0 is any free one. */
  abstract readonly host: string;
  abstract readonly port: number;
  /** ENVIRONMENT: name of the deployment, written into each log line. */
  abstract readonly name: string;
  /** LOG_LEVEL: least severe level that is logged. */
  abstract readonly logLevel: LogLevel;
  /** AS_OF: instant the clock starts at (ISO 8601 UTC); undefined for the system's time. */
  abstract readonly clockStartsAt: string | undefined;
  /** VIEWS_DIR: folder of the templates, assets and `csp.json`. */
  abstract readonly viewsDir: string;
  /** TRUSTED_PROXIES: how many proxies in front are believed in what they say of the client; 0 is none. */
  abstract readonly trustedProxies: number;
  /** BEHIND_TLS: true where every client comes by HTTPS, even if the last proxy does not say so. */
  abstract readonly behindTls: boolean;
  /** RATE_LIMIT_PER_MINUTE: requests one client may make; 0 is any number. */
  abstract readonly requestsPerMinute: number;
  /** OTEL_EXPORTER_OTLP_ENDPOINT: collector that traces are sent to; undefined for no tracing. */
  abstract readonly tracingEndpoint: string | undefined;
  /** OTEL_TRACES_SAMPLER_ARG: share of requests that are traced, 0 to 1. */
  abstract readonly tracedShare: number;
  /** Who may do what, and who vouches for them. */
  abstract readonly auth: AuthSettings;
  /** INGESTION_FUNCTION_NAME: the function that collects launches; undefined: it cannot be started here. */
  abstract readonly ingestionFunction: string | undefined;
}

/** The environment is not one to start with; the message names each wrong variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

const DEFAULT_VIEWS_DIR = join(import.meta.dirname, '../../views');
const MAX_PORT = 65_535;
/** A page with its assets is some twenty requests; nobody reads thirty pages a minute. */
const DEFAULT_REQUESTS_PER_MINUTE = 600;

const parsePort: ParseSetting<number> = (text) => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return port <= MAX_PORT ? port : rejectSetting(`"${text}" is not a port from 0 to ${MAX_PORT}`);
};

const parseLogLevel: ParseSetting<LogLevel> = (text) =>
  LOG_LEVELS.find((level) => level === text) ??
  rejectSetting(`"${text}" is not one of ${LOG_LEVELS.join(', ')}`);

const parseCount: ParseSetting<number> = (text) =>
  /^\d{1,9}$/.test(text) ? Number(text) : rejectSetting(`"${text}" is not a whole number from 0`);

const parseFlag: ParseSetting<boolean> = (text) =>
  text === 'true' || (text === 'false' ? false : rejectSetting(`"${text}" is not true or false`));

const asIs: ParseSetting<string> = (text) => text;

/**
 * Reads the environment once, whole. A variable that is set to nothing counts as not set.
 * @throws EnvironmentError naming every variable that is missing or wrong
 */
export const readEnvironment = (variables: Variables): Environment => {
  const problems: string[] = [];
  const textOf = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const read = <T>(name: string, parse: ParseSetting<T>, fallback?: T): T => {
    const text = textOf(name);
    try {
      if (text !== undefined) return parse(text);
      return fallback === undefined ? rejectSetting('is required') : fallback;
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return fallback as T;
    }
  };
  const optional = (name: string, parse: ParseSetting<string>): string | undefined =>
    textOf(name) === undefined ? undefined : read(name, parse, '');
  const environment = {
    tableName: read('DYNAMODB_TABLE', asIs),
    sources: read('LAUNCH_SOURCES', parseSources, LAUNCH_SOURCES),
    host: read('HOST', asIs, '0.0.0.0'),
    port: read('PORT', parsePort, 3000),
    name: read('ENVIRONMENT', asIs, 'prod'),
    logLevel: read('LOG_LEVEL', parseLogLevel, 'info'),
    clockStartsAt: optional('AS_OF', parseStartDay),
    viewsDir: read('VIEWS_DIR', asIs, DEFAULT_VIEWS_DIR),
    trustedProxies: read('TRUSTED_PROXIES', parseCount, 0),
    behindTls: read('BEHIND_TLS', parseFlag, false),
    requestsPerMinute: read('RATE_LIMIT_PER_MINUTE', parseCount, DEFAULT_REQUESTS_PER_MINUTE),
    tracingEndpoint: optional('OTEL_EXPORTER_OTLP_ENDPOINT', parseHttpUrl),
    tracedShare: read('OTEL_TRACES_SAMPLER_ARG', parseShare, 1),
    auth: readAuthSettings(read),
    ingestionFunction: read('INGESTION_FUNCTION_NAME', asIs, '') || undefined,
  };
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
};
