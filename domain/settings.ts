import { isUtcDay, startOfDay } from './launches/dates.ts';
import type { LaunchSource } from './launches/keys.ts';
import { isLaunchSource, LAUNCH_SOURCES } from './launches/keys.ts';

/** Sources in use; the first is the one meant when none is named. */
export type SourcesInUse = readonly [LaunchSource, ...LaunchSource[]];

/** Reads the text of one setting. @throws Error that says what is wrong with it, without its name */
export type ParseSetting<T> = (text: string) => T;

/** Ends the reading of a setting. */
export const rejectSetting = (reason: string): never => {
  throw new Error(reason);
};

const parseSource: ParseSetting<LaunchSource> = (text) =>
  isLaunchSource(text)
    ? text
    : rejectSetting(`"${text}" is not a source; known are ${LAUNCH_SOURCES.join(', ')}`);

/** LAUNCH_SOURCES: names separated by commas; one that is named again counts once. */
export const parseSources: ParseSetting<SourcesInUse> = (text) => {
  const sources = text.split(',').map((name) => parseSource(name.trim()));
  return [...new Set(sources)] as unknown as SourcesInUse;
};

/** AS_OF: a UTC day `YYYY-MM-DD`. @returns the instant it starts at (ISO 8601 UTC) */
export const parseStartDay: ParseSetting<string> = (text) =>
  isUtcDay(text) ? startOfDay(text) : rejectSetting(`"${text}" is not a day YYYY-MM-DD`);

/** An address of another service. */
export const parseHttpUrl: ParseSetting<string> = (text) =>
  /^https?:\/\//.test(text) && URL.canParse(text)
    ? text
    : rejectSetting(`"${text}" is not an http(s) address`);

/** OTEL_TRACES_SAMPLER_ARG: a share, 0 to 1. */
export const parseShare: ParseSetting<number> = (text) =>
  /^(0|1|0?\.\d+|1\.0+)$/.test(text)
    ? Number(text)
    : rejectSetting(`"${text}" is not a number from 0 to 1`);
