import type { Launch } from '../../domain/launches/launch.ts';
import { parseWith } from '../../domain/launches/schema.ts';
import { readDocuments } from '../../domain/launches/sources/documents.ts';
import { launchLibraryDocument } from '../../domain/launches/sources/launch-library/documents.ts';
import { mapLaunchLibraryLaunch } from '../../domain/launches/sources/launch-library/map-launch.ts';
import { spacexDocument } from '../../domain/launches/sources/spacex/documents.ts';
import { mapSpacexLaunch } from '../../domain/launches/sources/spacex/map-launch.ts';
import { expandLaunch } from '../../local/recorded-sources/index.ts';
import { parseAsOf } from '../../local/recorded-sources/as-of.ts';
import { launchAsOf } from '../../local/recorded-sources/launch-library/as-of.ts';
import { recordedFacts } from '../../local/recorded-sources/launch-library/launch.ts';
import { recordedLaunches } from '../../local/recorded-sources/spacex/launch.ts';

export const INGESTED_AT = '2026-05-20T01:00:00.000Z';

type Documents = readonly unknown[];

/** r-spacex documents as their client reads them. */
export const readSpacex = (documents: Documents) =>
  readDocuments(
    documents,
    (document) => parseWith(spacexDocument, document),
    (document) => mapSpacexLaunch(document, INGESTED_AT),
  );

/** Launch Library documents as their client reads them. */
export const readLaunchLibrary = (documents: Documents) =>
  readDocuments(
    documents,
    (document) => parseWith(launchLibraryDocument, document),
    (document) => mapLaunchLibraryLaunch(document, INGESTED_AT),
  );

const everyOne = ({ launches, rejected }: ReturnType<typeof readSpacex>): Launch[] => {
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  return launches;
};

/** The 205 recorded launches of r-spacex. */
export const spacexLaunches = (): Launch[] => everyOne(readSpacex(recordedLaunches()));

/** The 674 recorded launches of Launch Library. */
export const launchLibraryLaunches = (): Launch[] =>
  everyOne(readLaunchLibrary(recordedFacts().map(expandLaunch)));

const orderOf = ({ launch_date, id }: Launch): string => `${launch_date} ${id}`;

/** The launches of Launch Library as it told of them at the start of a day: later ones are upcoming. Oldest first. */
export const launchLibraryAsOf = (day: string): Launch[] =>
  everyOne(
    readLaunchLibrary(
      recordedFacts().map((facts) => launchAsOf(expandLaunch(facts), parseAsOf(day))),
    ),
  ).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
