import type { Launch } from '../launch.ts';
import { parseLaunch } from '../launch.ts';
import type { Parsed } from '../schema.ts';
import type { Rejection } from './source-client.ts';

const idOf = (document: unknown): string | null => {
  const id = (document as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
};

/**
 * Turns documents into launches one by one, so that a broken one costs nothing but itself.
 * @param parse checks the document's shape in the source's own terms
 * @param map turns it into a launch; what comes out is checked as every launch is
 */
export const readDocuments = <T>(
  documents: readonly unknown[],
  parse: (document: unknown) => Parsed<T>,
  map: (document: T) => Record<keyof Launch, unknown>,
): { launches: Launch[]; rejected: Rejection[] } => {
  const launches: Launch[] = [];
  const rejected: Rejection[] = [];
  for (const document of documents) {
    const parsed = parse(document);
    const launch = parsed.ok ? parseLaunch(map(parsed.value)) : parsed;
    if (launch.ok) launches.push(launch.value);
    else rejected.push({ id: idOf(document), reason: launch.reason });
  }
  return { launches, rejected };
};

/** Date of the last launch of a sorted page; null when it has none. */
export const lastDate = (launches: readonly Launch[]): string | null =>
  launches.at(-1)?.launch_date ?? null;
