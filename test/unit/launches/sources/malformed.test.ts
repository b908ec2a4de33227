import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../../domain/launches/launch.ts';
import { parseLaunch } from '../../../../domain/launches/launch.ts';
import { expandLaunch } from '../../../../local/recorded-sources/index.ts';
import { recordedFacts } from '../../../../local/recorded-sources/launch-library/launch.ts';
import { recordedLaunches } from '../../../../local/recorded-sources/spacex/launch.ts';
import { damaged } from '../../../helpers/damaged-documents.ts';
import { seededRandom } from '../../../helpers/random.ts';
import { readLaunchLibrary, readSpacex } from '../../../helpers/recorded-launches.ts';

type Document = Record<string, unknown>;
type Column = keyof Launch;

const DOCUMENTS = 1000;
const SOURCES: readonly [
  name: string,
  read: typeof readSpacex,
  documents: Document[],
  columns: Record<string, Column[]>,
][] = [
  [
    'r-spacex',
    readSpacex,
    recordedLaunches(),
    {
      id: ['id'],
      name: ['mission_name'],
      flight_number: ['flight_number'],
      date_utc: ['launch_date', 'source_year'],
      date_precision: ['launch_date_precision'],
      static_fire_date_utc: ['static_fire_date'],
      window: ['launch_window'],
      rocket: ['rocket_id', 'rocket_name'],
      launchpad: ['launchpad_id', 'launchpad_name'],
      success: ['launch_status'],
      upcoming: ['launch_status'],
      details: ['details'],
      fairings: ['fairings_reused', 'fairings_recovery_attempt', 'fairings_recovered'],
      crew: ['crew'],
      capsules: ['capsules'],
      cores: ['boosters'],
      launch_library_id: ['launch_library_id'],
    },
  ],
  [
    'Launch Library',
    readLaunchLibrary,
    recordedFacts().map(expandLaunch),
    {
      id: ['id', 'launch_library_id'],
      name: ['mission_name'],
      status: ['launch_status'],
      last_updated: ['source_updated_at'],
      net: ['launch_date', 'source_year'],
      net_precision: ['launch_date_precision'],
      window_start: ['launch_window'],
      window_end: ['launch_window'],
      orbital_launch_attempt_count: ['flight_number'],
      rocket: ['rocket_id', 'rocket_name', 'crew', 'capsules', 'boosters'],
      mission: ['mission_name', 'mission_type', 'orbit', 'details'],
      pad: ['launchpad_id', 'launchpad_name'],
    },
  ],
];

const changedColumns = (a: Launch, b: Launch): Column[] =>
  (Object.keys(a) as Column[]).filter(
    (column) => JSON.stringify(a[column]) !== JSON.stringify(b[column]),
  );

describe.each(SOURCES)('%s: malformed documents', (_name, read, documents, columnsOf) => {
  const random = seededRandom(1957);
  const cases = Array.from({ length: DOCUMENTS }, () => {
    const original = random.pick(documents);
    return { original, ...damaged(original, random) };
  });

  it('are read or rejected with a reason, each by itself', () => {
    const { launches, rejected } = read(cases.map(({ document }) => document));
    expect(launches.length + rejected.length).toBe(DOCUMENTS);
    expect(launches.length).toBeGreaterThan(100);
    expect(rejected.length).toBeGreaterThan(100);
    expect(rejected.filter(({ reason }) => !/^[\w.]+: \S/.test(reason))).toEqual([]);
  });

  it('change what was damaged and nothing else, and stay launches', () => {
    for (const { original, document, field } of cases) {
      const [before, after] = [read([original]), read([document])];
      const [launch] = after.launches;
      if (launch === undefined) {
        const id = typeof document['id'] === 'string' ? document['id'] : null;
        expect(after.rejected[0]?.id).toBe(id);
        continue;
      }
      expect(columnsOf[field] ?? []).toEqual(
        expect.arrayContaining(changedColumns(before.launches[0]!, launch)),
      );
      expect(parseLaunch(JSON.parse(JSON.stringify(launch)))).toEqual({ ok: true, value: launch });
    }
  });
});
