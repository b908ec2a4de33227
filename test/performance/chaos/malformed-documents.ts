import { isDeepStrictEqual } from 'node:util';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import type { Rejection } from '../../../domain/launches/sources/source-client.ts';
import { damaged } from '../../helpers/damaged-documents.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { call, startIngestionFixture, storedLaunches } from '../../helpers/ingestion.ts';
import type { Random } from '../../helpers/random.ts';
import { seededRandom } from '../../helpers/random.ts';
import { readLaunchLibrary, readSpacex } from '../../helpers/recorded-launches.ts';
import type { ChaosResult } from './scenario.ts';
import { resultOf } from './scenario.ts';

export interface MalformedDocumentsOptions {
  /** Documents of each source; at most 1,000, which one run reads. */
  documents: number;
  seed: number;
}

type Document = Record<string, unknown>;

const READ = { spacex: readSpacex, 'launch-library': readLaunchLibrary };
/** What the recorded server itself looks at. */
const NEVER_DAMAGED = 'launch_service_provider';

/** Each is damaged in one field and has an id of its own, where what is in its place is still a text. */
const damagedOnes = (recorded: readonly Document[], count: number, random: Random): Document[] =>
  Array.from({ length: count }, (_, index) => {
    const original = random.pick(recorded);
    const { document } = damaged(original, random);
    const { id } = document;
    return {
      ...document,
      ...(NEVER_DAMAGED in original ? { [NEVER_DAMAGED]: original[NEVER_DAMAGED] } : {}),
      ...(typeof id === 'string' && id !== '' ? { id: `${id}-${index}` } : {}),
    };
  });

const withoutTime = ({ ingested_at, ...launch }: Launch): object => ({
  ...launch,
  was_ingested: ingested_at !== '',
});

/** What is wrong with the table after the documents were read: stored is what each says by itself, and no more. */
const wrongLaunches = (expected: readonly Launch[], stored: readonly Launch[]): string[] => {
  const byId = new Map(stored.map((launch) => [launch.id, launch]));
  const wrong = expected.filter((launch) => {
    const found = byId.get(launch.id);
    return found === undefined || !isDeepStrictEqual(withoutTime(found), withoutTime(launch));
  });
  return [
    ...wrong.map(({ id }) => `${id} is not stored as it is`),
    ...(stored.length === expected.length ? [] : [`${stored.length} are stored`]),
  ];
};

const wrongRejections = (
  expected: readonly Rejection[],
  rejected: readonly Rejection[],
): string[] => {
  const ids = (rejections: readonly Rejection[]) => rejections.map(({ id }) => String(id)).sort();
  const unexplained = rejected.filter(({ reason }) => !/^[\w.]+: \S/.test(reason));
  return [
    ...unexplained.map(({ id }) => `${id} is rejected without a reason`),
    ...(isDeepStrictEqual(ids(rejected), ids(expected)) ? [] : ['others are rejected']),
  ];
};

const ingestDamaged = async (
  fixture: IngestionFixture,
  source: LaunchSource,
  { documents, seed }: MalformedDocumentsOptions,
): Promise<{ faults: string[]; stored: number; rejected: number }> => {
  const server = source === 'spacex' ? fixture.spacex : fixture.launchLibrary;
  const served = damagedOnes(server.launches, documents, seededRandom(seed));
  server.setLaunches(served as never);
  const { ingestion, table } = await fixture.fresh();
  const { statusCode, body } = await call(ingestion, { backfill: true, source });
  const expected = READ[source](served);
  const rejected = (body['rejected'] ?? []) as Rejection[];
  const counts = { complete: true, inserted_items: expected.launches.length };
  const wrongCounts = Object.entries({ ...counts, rejected_items: expected.rejected.length })
    .filter(([field, value]) => body[field] !== value)
    .map(([field, value]) => `${field} is ${String(body[field])} in place of ${value}`);
  const faults = [
    ...(statusCode === 200 ? [] : [`it answers ${statusCode}: ${String(body['error'])}`]),
    ...wrongCounts,
    ...wrongRejections(expected.rejected, rejected),
    ...wrongLaunches(expected.launches, await storedLaunches(table)),
  ];
  return {
    faults: faults.map((fault) => `${source}: ${fault}`),
    stored: expected.launches.length,
    rejected: rejected.length,
  };
};

/** Documents with a broken field each: every one is stored as what it says or rejected with a reason. */
export const malformedDocuments = async (
  options: MalformedDocumentsOptions,
): Promise<ChaosResult> => {
  const fixture = await startIngestionFixture();
  try {
    const spacex = await ingestDamaged(fixture, 'spacex', options);
    const library = await ingestDamaged(fixture, 'launch-library', options);
    return resultOf('malformed documents', [...spacex.faults, ...library.faults], {
      ...options,
      stored: { spacex: spacex.stored, 'launch-library': library.stored },
      rejected: { spacex: spacex.rejected, 'launch-library': library.rejected },
    });
  } finally {
    await fixture.stop();
  }
};
