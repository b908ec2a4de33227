import type { LaunchFilter } from '../../domain/launches/filter.ts';
import { hasAttributes, NO_FILTER } from '../../domain/launches/filter.ts';
import type { LaunchColumns } from '../../domain/launches/statistics/columns.ts';
import { LaunchCount } from '../../domain/launches/statistics/launch-count.ts';
import { stretchOf } from './sorted.ts';

/** Counts launches of a year under filters; what is counted of all of them is kept. */
export class YearTallies {
  private everything: LaunchCount | undefined;

  constructor(private readonly columns: LaunchColumns) {}

  /** The count of the launches that a filter leaves, which may still have to be advanced. */
  of(filter: LaunchFilter): LaunchCount {
    const { launches } = this.columns;
    const stretch = stretchOf(launches, filter);
    const isAll = stretch.first === 0 && stretch.end === launches.length;
    if (!isAll || hasAttributes(filter)) return new LaunchCount(this.columns, filter, stretch);
    return (this.everything ??= new LaunchCount(this.columns, NO_FILTER, stretch));
  }
}
