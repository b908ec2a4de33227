import * as z from 'zod/mini';
import type { Clock } from '../../domain/launches/clock.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import { lastScheduled } from '../schedule.ts';
import { inOneLine, say } from '../terminal.ts';
import type { FunctionAnswer, LocalFunction } from './function.ts';

/** A source is read in at most this many runs on end; each may make ten calls. */
const MAX_RUNS = 20;

const resultSchema = z.object({
  complete: z.boolean(),
  inserted_items: z.number(),
  updated_items: z.number(),
  unchanged_items: z.number(),
  moved_items: z.number(),
  rejected_items: z.number(),
});
type Result = z.infer<typeof resultSchema>;

const failureSchema = z.object({ error: z.string(), retry_after: z.optional(z.number()) });

const inWords = (result: Result): string =>
  [
    `${result.inserted_items} inserted`,
    `${result.updated_items} updated`,
    `${result.moved_items} moved`,
    `${result.unchanged_items} unchanged`,
    ...(result.rejected_items > 0 ? [`${result.rejected_items} rejected`] : []),
  ].join(', ');

/** Nothing of the source was ever read to its end. */
const isUnfilled = (state: SourceState | null): boolean =>
  state === null || state.last_success_at === null;

/** A source that was never read is read whole; an unfinished run is gone on with by a scheduled one. */
const eventFor = (source: LaunchSource, state: SourceState | null): object =>
  isUnfilled(state) && (state?.next_from ?? null) === null
    ? { backfill: true, source }
    : { schedule: true, source };

export interface CollectorOptions {
  invoke: LocalFunction['invoke'];
  reader: LaunchReader;
  sources: readonly LaunchSource[];
  clock: Clock;
}

/** Invokes the function for each source and tells the person at the terminal what came of it. */
export class Collector {
  private readonly options: CollectorOptions;

  constructor(options: CollectorOptions) {
    this.options = options;
  }

  /** Reads sources whose launches are not in the table yet; returns when all of it was tried. */
  async fill(): Promise<void> {
    await this.collectWhere(isUnfilled);
  }

  /** Reads sources that missed a moment of the schedule while nothing ran. */
  async catchUp(): Promise<void> {
    const due = lastScheduled(new Date(this.options.clock())).toISOString();
    await this.collectWhere((state) => !isUnfilled(state) && state!.last_success_at! < due);
  }

  /** What the schedule does: reads every source. Says what failed and never throws. */
  async collectAll(): Promise<void> {
    await this.collectWhere(() => true);
  }

  private async collectWhere(isDue: (state: SourceState | null) => boolean): Promise<void> {
    const { sources } = this.options;
    await Promise.all(sources.map((source) => this.collectIfDue(source, isDue)));
  }

  private async collectIfDue(
    source: LaunchSource,
    isDue: (state: SourceState | null) => boolean,
  ): Promise<void> {
    try {
      const state = await this.stateOf(source);
      if (isDue(state)) await this.collect(source, state);
    } catch (error) {
      say(`${source}: not read, what is stored stays: ${inOneLine(error)}`);
    }
  }

  private async collect(source: LaunchSource, before: SourceState | null): Promise<void> {
    say(`${source}: reading ${isUnfilled(before) ? 'all launches' : 'what is new'} …`);
    let state = before;
    for (let run = 0; run < MAX_RUNS; run += 1) {
      const answer = await this.options.invoke(eventFor(source, state));
      if (!report(source, answer)) return;
      state = await this.stateOf(source);
    }
  }

  private stateOf(source: LaunchSource): Promise<SourceState | null> {
    return this.options.reader.getState(source, { consistent: true });
  }
}

/** Says what a run did; true when another one must go on from where it stopped. */
const report = (source: LaunchSource, { body = '' }: FunctionAnswer): boolean => {
  const content: unknown = JSON.parse(body);
  const result = resultSchema.safeParse(content);
  if (result.success) {
    say(`${source}: ${inWords(result.data)}${result.data.complete ? '' : '; going on …'}`);
    return !result.data.complete;
  }
  const failure = failureSchema.safeParse(content);
  if (failure.success) {
    const { error, retry_after } = failure.data;
    const retry = retry_after === undefined ? '' : ` (again in ${retry_after} s)`;
    say(`${source}: not read, what is stored stays: ${error}${retry}`);
  } else {
    say(`${source}: another run is reading it`);
  }
  return false;
};
