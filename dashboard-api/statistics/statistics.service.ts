import { Injectable } from '@nestjs/common';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { BoosterStatistics } from '../../domain/launches/statistics/boosters.ts';
import { boostersOf } from '../../domain/launches/statistics/boosters.ts';
import { launchpadsOf, orbitsOf, rocketsOf } from '../../domain/launches/statistics/groups.ts';
import type { GroupCounts, OrbitCounts } from '../../domain/launches/statistics/groups.ts';
import type { MonthCounts } from '../../domain/launches/statistics/monthly.ts';
import { monthsOf } from '../../domain/launches/statistics/monthly.ts';
import type { StatusStatistics } from '../../domain/launches/statistics/status.ts';
import { statusOf } from '../../domain/launches/statistics/status.ts';
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
      months: monthsOf(tallies.months, range),
    }));
  }

  launchpads(selection: Selection): Scoped<Pick<Summary, 'launchpads'>> {
    return this.answer(selection, ({ tallies }) => ({
      launchpads: launchpadsOf(tallies.launchpads),
    }));
  }

  rockets(selection: Selection): Scoped<Pick<Summary, 'rockets'>> {
    return this.answer(selection, ({ tallies }) => ({ rockets: rocketsOf(tallies.rockets) }));
  }

  orbits(selection: Selection): Scoped<Pick<Summary, 'orbits'>> {
    return this.answer(selection, ({ tallies }) => ({ orbits: orbitsOf(tallies.orbits) }));
  }

  timeline(selection: Selection): Scoped<Pick<Summary, 'days'>> {
    return this.answer(selection, ({ tallies }) => ({ days: daysOf(tallies.days) }));
  }

  status(selection: Selection): Scoped<StatusStatistics> {
    return this.answer(selection, ({ tallies }) => statusOf(tallies.status));
  }

  streak(selection: Selection): Scoped<StreakCountDto> {
    return this.answer(selection, ({ tallies }) => mapStreak(tallies.streak));
  }

  boosters(selection: Selection): Scoped<BoosterStatistics> {
    return this.answer(selection, ({ tallies, range }) => boostersOf(tallies.boosters, range));
  }

  summary(selection: Selection): Scoped<Summary> {
    return this.answer(selection, ({ tallies, range }) => ({
      months: monthsOf(tallies.months, range),
      launchpads: launchpadsOf(tallies.launchpads),
      rockets: rocketsOf(tallies.rockets),
      orbits: orbitsOf(tallies.orbits),
      days: daysOf(tallies.days),
      status: statusOf(tallies.status),
      streak: mapStreak(tallies.streak),
      boosters: boostersOf(tallies.boosters, range),
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
