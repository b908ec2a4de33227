import { yearOf } from '../../domain/launches/dates.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { Launch } from '../../domain/launches/launch.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { LaunchWriter } from '../../domain/launches/repository/launch-writer.ts';
import type { DateSpan } from '../../domain/launches/sources/source-client.ts';
import type { Counts } from './counts.ts';
import type { Reconciler } from './reconcile.ts';
import type { Session } from './session.ts';

interface Deps {
  reader: LaunchReader;
  writer: LaunchWriter;
  session: Session;
  reconciler: Reconciler;
  counts: Counts;
  now: string;
}

const overlaps = (year: string, { from, to }: DateSpan): boolean =>
  (from === null || yearOf(from) <= year) && (to === null || year <= yearOf(to));

const isUnlisted = (launch: Launch, reconciler: Reconciler): boolean =>
  launch.launch_status === 'upcoming' &&
  launch.missing_since === null &&
  !reconciler.hasSeen(launch.id);

/**
 * Upcoming launches of a window that are stored before the run writes any. What the run itself writes is listed, so that
 * they can be read while the source is.
 */
export const storedUpcoming = async (
  { reader, session }: Pick<Deps, 'reader' | 'session'>,
  source: LaunchSource,
  { from, to }: DateSpan,
): Promise<Launch[]> => {
  const span = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  const upcoming: Launch[] = [];
  for (const year of session.years.filter((stored) => overlaps(stored, { from, to }))) {
    const pages = reader.launchesOfYear(source, year, { ...span, status: 'upcoming' });
    for await (const page of pages) upcoming.push(...page);
  }
  return upcoming;
};

/**
 * Marks stored upcoming launches that a complete answer for their dates lacks. They keep their record.
 * The index may lag behind the table, so each is read again before it is written.
 */
export const markMissing = async (deps: Deps, upcoming: readonly Launch[]): Promise<void> => {
  const unlisted = upcoming.filter((launch) => isUnlisted(launch, deps.reconciler));
  const current = await deps.reader.getLaunches(unlisted, { consistent: true });
  const missing = current.filter((launch) => isUnlisted(launch, deps.reconciler));
  missing.forEach((launch) => deps.session.noteChanged(launch.launch_date));
  await deps.writer.put(missing.map((launch) => ({ ...launch, missing_since: deps.now })));
  deps.counts.missing += missing.length;
};
