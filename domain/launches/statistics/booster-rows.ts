import { monthOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import type { LaunchStatus } from '../status.ts';
import { hasFlown } from '../status.ts';
import type { Kinds } from './kinds.ts';
import { kindsByBoth, passingCells } from './kinds.ts';
import type { Indexes } from './status-rows.ts';
import { StatusRows } from './status-rows.ts';

export type Booster = LaunchSummary['boosters'][number];

/** What became of a landing; null where none was tried, or where that is not recorded. */
export const landingOf = ({ landing_attempt, landing_success }: Booster) => {
  if (landing_attempt !== true) return null;
  if (landing_success === null) return 'unknown';
  return landing_success ? 'landings' : 'losses';
};

/** Launches of one UTC month, `YYYY-MM`, whose boosters fared alike. */
interface MonthOfBoosters {
  month: string;
  boosters: readonly Booster[];
}

/** Launches told apart by their month and by what became of their boosters. */
export interface BoosterColumns {
  readonly launches: readonly LaunchSummary[];
  readonly boosters: Kinds<MonthOfBoosters>;
  /** By cell: 1 where such launches lost a booster. */
  readonly losses: Uint8Array;
}

const lostOne = (kind: MonthOfBoosters, status: LaunchStatus): boolean =>
  hasFlown(status) && kind.boosters.some((booster) => landingOf(booster) === 'losses');

/** Equal boosters of a year are one array in memory, and those that are not are only more kinds. */
export const boosterColumns = (launches: readonly LaunchSummary[]): BoosterColumns => {
  const monthIn = ({ launch_date }: LaunchSummary) => monthOf(launch_date);
  const keys = [monthIn, ({ boosters }: LaunchSummary) => boosters] as const;
  const boosters = kindsByBoth(launches, keys, (first) => ({
    month: monthIn(first),
    boosters: first.boosters,
  }));
  return { launches, boosters, losses: passingCells(boosters, lostOne) };
};

/** Launches by month and by what became of their boosters. */
export class BoosterRows {
  readonly rows: StatusRows<MonthOfBoosters>;
  /** When the last booster to be lost took off. */
  lastLoss: string | null = null;
  private readonly columns: BoosterColumns;

  constructor(columns: BoosterColumns) {
    this.columns = columns;
    this.rows = new StatusRows(columns.boosters);
  }

  /** @param indexes later than those added before: launches come oldest first */
  add(indexes: Indexes): void {
    this.rows.add(indexes);
    this.lastLoss = this.lastLossAmong(indexes) ?? this.lastLoss;
  }

  /** Looked for from the newest, as it seldom is far back. */
  private lastLossAmong(indexes: Indexes): string | null {
    const { launches, losses } = this.columns;
    const { cells } = this.columns.boosters;
    for (let at = indexes.length - 1; at >= 0; at -= 1) {
      const index = indexes[at]!;
      if (losses[cells[index]!] === 1) return launches[index]!.launch_date;
    }
    return null;
  }
}
