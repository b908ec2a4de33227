import { Injectable } from '@nestjs/common';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { BoosterStatistics } from '../../domain/launches/statistics/boosters.ts';
import { boostersOf } from '../../domain/launches/statistics/boosters.ts';
import type { GroupCounts } from '../../domain/launches/statistics/groups.ts';
import { launchpadsOf, rocketsOf } from '../../domain/launches/statistics/groups.ts';
import type { MonthCounts } from '../../domain/launches/statistics/monthly.ts';
import { monthsOf } from '../../domain/launches/statistics/monthly.ts';
import type { OrbitCounts } from '../../domain/launches/statistics/orbits.ts';
import { orbitsOf } from '../../domain/launches/statistics/orbits.ts';
import type { StatusStatistics } from '../../domain/launches/statistics/status.ts';
import { statusOf } from '../../domain/launches/statistics/status.ts';
import { streakOf } from '../../domain/launches/statistics/streak.ts';
import type { DayCount } from '../../domain/launches/statistics/timeline.ts';
import { daysOf } from '../../domain/launches/statistics/timeline.ts';
import type { Dated } from '../launches/dated.ts';
import { dated } from '../launches/dated.ts';
import type { Selection } from '../launches/dto/map-query.ts';
import type { CatalogTallies } from '../launches/catalog-reading.ts';
import { LaunchCatalog } from '../launches/launch-catalog.ts';
import type { StreakCountDto } from './streak.dto.ts';
import { mapStreak } from './streak.dto.ts';

/** What an answer is about: the days as they were asked for, and how fresh it is. */
export interface Scope {
  source: LaunchSource;
  from: string | null;
  to: string | null;
  as_of: string | null;
  stale: boolean;
}

export interface Summary {
  months: MonthCounts[];
  launchpads: GroupCounts[];
  rockets: GroupCounts[];
  orbits: OrbitCounts[];
  days: DayCount[];
  status: StatusStatistics;
  streak: StreakCountDto;
  boosters: BoosterStatistics;
}

type Scoped<T> = Promise<Dated<Scope & T>>;

/** Statistics of the launches of a selection. Every method throws TableError when they cannot be read. */
@Injectable()
export class StatisticsService {
  constructor(private readonly catalog: LaunchCatalog) {}

  monthly(selection: Selection): Scoped<Pick<Summary, 'months'>> {
    return this.answer(selection, ({ tallies, range }) => ({
      months: monthsOf(tallies, range),
    }));
  }

  launchpads(selection: Selection): Scoped<Pick<Summary, 'launchpads'>> {
    return this.answer(selection, ({ tallies }) => ({ launchpads: launchpadsOf(tallies) }));
  }

  rockets(selection: Selection): Scoped<Pick<Summary, 'rockets'>> {
    return this.answer(selection, ({ tallies }) => ({ rockets: rocketsOf(tallies) }));
  }

  orbits(selection: Selection): Scoped<Pick<Summary, 'orbits'>> {
    return this.answer(selection, ({ tallies }) => ({ orbits: orbitsOf(tallies) }));
  }

  timeline(selection: Selection): Scoped<Pick<Summary, 'days'>> {
    return this.answer(selection, ({ tallies }) => ({ days: daysOf(tallies) }));
  }

  status(selection: Selection): Scoped<StatusStatistics> {
    return this.answer(selection, ({ tallies }) => statusOf(tallies));
  }

  streak(selection: Selection): Scoped<StreakCountDto> {
    return this.answer(selection, ({ tallies }) => mapStreak(streakOf(tallies)));
  }

  boosters(selection: Selection): Scoped<BoosterStatistics> {
    return this.answer(selection, ({ tallies, range }) => boostersOf(tallies, range));
  }

  summary(selection: Selection): Scoped<Summary> {
    return this.answer(selection, ({ tallies, range }) => ({
      months: monthsOf(tallies, range),
      launchpads: launchpadsOf(tallies),
      rockets: rocketsOf(tallies),
      orbits: orbitsOf(tallies),
      days: daysOf(tallies),
      status: statusOf(tallies),
      streak: mapStreak(streakOf(tallies)),
      boosters: boostersOf(tallies, range),
    }));
  }

  private async answer<T>(
    { source, filter }: Selection,
    finish: (counted: CatalogTallies) => T,
  ): Scoped<T> {
    const counted = await this.catalog.count(source, filter);
    const { as_of, stale } = counted;
    const { from, to } = filter;
    return dated(counted, { source, from, to, as_of, stale, ...finish(counted) });
  }
}
