import type { AttributeFilter } from '../../domain/launches/filter.ts';
import { attributeKey, attributeMatcher, hasAttributes } from '../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import type { LaunchTallies } from '../../domain/launches/statistics/launch-tallies.ts';
import { LAUNCH_TALLIES } from '../../domain/launches/statistics/launch-tallies.ts';
import { inTurns } from './turns.ts';

/** Filters whose tallies a year keeps, beside that of all its launches: some tens of kilobytes each. */
const MAX_KEPT = 16;

/** Counts the launches that a filter leaves, without keeping everyone else waiting. */
export const countLaunches = async (
  launches: readonly LaunchSummary[],
  filter: AttributeFilter,
): Promise<LaunchTallies> => {
  const tallies = LAUNCH_TALLIES.none();
  const matches = hasAttributes(filter) ? attributeMatcher(filter) : () => true;
  await inTurns(launches, (slice) => {
    for (const launch of slice) if (matches(launch)) LAUNCH_TALLIES.add(tallies, launch);
  });
  return tallies;
};

/** Tallies of a year's launches under the filters asked for last, each counted once. */
export class YearTallies {
  private everything: Promise<LaunchTallies> | undefined;
  private readonly kept = new Map<string, Promise<LaunchTallies>>();

  /** @param launches oldest first */
  constructor(private readonly launches: readonly LaunchSummary[]) {}

  of(filter: AttributeFilter): Promise<LaunchTallies> {
    if (!hasAttributes(filter)) {
      return (this.everything ??= countLaunches(this.launches, filter));
    }
    const key = JSON.stringify(attributeKey(filter));
    const tallies = this.kept.get(key) ?? countLaunches(this.launches, filter);
    this.keep(key, tallies);
    return tallies;
  }

  /** The newest come last, so that the first to go is the one not asked for longest. */
  private keep(key: string, tallies: Promise<LaunchTallies>): void {
    this.kept.delete(key);
    this.kept.set(key, tallies);
    if (this.kept.size > MAX_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}
