import type { Launch } from '../../domain/launches/launch.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { LaunchWriter } from '../../domain/launches/repository/launch-writer.ts';
import type { Rejection } from '../../domain/launches/sources/source-client.ts';
import { moved, newestOfEach, saysNothingNew } from './compare.ts';
import type { Counts } from './counts.ts';
import type { Session } from './session.ts';

/** Launches compared and written together: what one BatchGet reads. */
export const CHUNK_SIZE = 100;
const QUERIES_AT_ONCE = 8;

type Verdict =
  | { kind: 'unchanged' | 'inserted' | 'updated'; launch: Launch }
  | { kind: 'moved'; launch: Launch; olds: Launch[] }
  | { kind: 'rejected'; launch: Launch };

const WRITTEN = ['inserted', 'updated', 'moved'];

/**
 * Brings the table to what a source says, for one run. Chunks may be under way at once, as long as no two of them hold
 * the same launch.
 */
export class Reconciler {
  readonly rejected: Rejection[] = [];
  private readonly reader: LaunchReader;
  private readonly writer: LaunchWriter;
  private readonly session: Session;
  private readonly counts: Counts;
  private readonly now: string;
  /** Launches of this run by id: a page that shifted while it was read gives one twice. */
  private readonly seen = new Map<string, string>();

  constructor(
    table: { reader: LaunchReader; writer: LaunchWriter },
    session: Session,
    counts: Counts,
    now: string,
  ) {
    this.reader = table.reader;
    this.writer = table.writer;
    this.session = session;
    this.counts = counts;
    this.now = now;
  }

  hasSeen(id: string): boolean {
    return this.seen.has(id);
  }

  /** Notes documents that are not launches; one that is listed is not missing, however broken. */
  reject(rejections: readonly Rejection[]): void {
    for (const { id } of rejections) if (id !== null) this.seen.set(id, '');
    this.rejected.push(...rejections);
    this.counts.rejected += rejections.length;
  }

  /** Compares a chunk with the table and writes what differs. */
  async apply(chunk: readonly Launch[]): Promise<void> {
    const launches = newestOfEach(chunk).filter((launch) => !this.isOutdated(launch));
    const verdicts = await this.judge(launches);
    for (const verdict of verdicts) this.noteYears(verdict);
    await this.write(verdicts);
    for (const verdict of verdicts) this.count(verdict);
  }

  private isOutdated({ id, source_updated_at }: Launch): boolean {
    const seen = this.seen.get(id);
    return seen !== undefined && seen > (source_updated_at ?? '');
  }

  private async judge(launches: readonly Launch[]): Promise<Verdict[]> {
    const stored = await this.reader.getLaunches(launches, { consistent: true });
    const byId = new Map(stored.map((launch) => [launch.id, launch]));
    const verdicts: Verdict[] = [];
    const absent = launches.filter((launch) => {
      const same = byId.get(launch.id);
      if (same !== undefined) verdicts.push(compare(same, launch));
      return same === undefined;
    });
    for (let at = 0; at < absent.length; at += QUERIES_AT_ONCE) {
      const some = absent.slice(at, at + QUERIES_AT_ONCE);
      verdicts.push(...(await Promise.all(some.map((launch) => this.judgeAbsent(launch)))));
    }
    return verdicts;
  }

  private async judgeAbsent(launch: Launch): Promise<Verdict> {
    const cannotBeStored = this.session.isFirst && !this.seen.has(launch.id);
    if (cannotBeStored) return { kind: 'inserted', launch };
    const olds = await this.reader.findById(launch.id, { consistent: true });
    if (olds.length === 0) return { kind: 'inserted', launch };
    if (olds.some((old) => old.source !== launch.source)) return { kind: 'rejected', launch };
    return { kind: 'moved', launch: moved(launch, olds, this.now), olds };
  }

  private async write(verdicts: readonly Verdict[]): Promise<void> {
    const moves = verdicts.filter((verdict) => verdict.kind === 'moved');
    const pending = moves.flatMap(({ launch, olds }) =>
      olds.map((old) => ({ id: launch.id, from: old.launch_date, to: launch.launch_date })),
    );
    const puts = verdicts.filter(({ kind }) => WRITTEN.includes(kind));
    const put = (): Promise<void> => this.writer.put(puts.map(({ launch }) => launch));
    if (pending.length === 0) return put();
    await this.session.makeMoves(pending, async () => {
      await put();
      await this.writer.delete(moves.flatMap(({ olds }) => olds));
    });
  }

  /** Before anything is written: a write that fails half-way has changed these years too. */
  private noteYears(verdict: Verdict): void {
    const { kind, launch } = verdict;
    if (kind === 'rejected') return;
    this.session.noteSeen(launch.launch_date);
    if (kind !== 'unchanged') this.session.noteChanged(launch.launch_date);
    if (kind === 'moved') verdict.olds.forEach((old) => this.session.noteChanged(old.launch_date));
  }

  private count({ kind, launch }: Verdict): void {
    if (kind === 'rejected') {
      this.reject([{ id: launch.id, reason: 'id: belongs to a launch of another source' }]);
      return;
    }
    this.counts[kind] += 1;
    this.seen.set(launch.id, launch.source_updated_at ?? '');
  }
}

const compare = (stored: Launch, launch: Launch): Verdict => {
  if (stored.source !== launch.source) return { kind: 'rejected', launch };
  if (saysNothingNew(stored, launch)) return { kind: 'unchanged', launch: stored };
  return { kind: 'updated', launch: { ...launch, previous_dates: stored.previous_dates } };
};
