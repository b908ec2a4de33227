import { readFileSync } from 'node:fs';

/** Reads one of the committed files of `recordings/`; every call gets objects of its own. */
export const readRecording = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`recordings/${file}`, import.meta.url), 'utf8')) as T;
