import { Injectable } from '@nestjs/common';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { BoosterStatistics } from '../../domain/launches/statistics/boosters.ts';
import { boosterStatistics } from '../../domain/launches/statistics/boosters.ts';
import {
  launchpadStatistics,
  orbitStatistics,
  rocketStatistics,
} from '../../domain/launches/statistics/groups.ts';
import type { GroupCounts, OrbitCounts } from '../../domain/launches/statistics/groups.ts';
import type { MonthCounts } from '../../domain/launches/statistics/monthly.ts';
import { monthlyStatistics } from '../../domain/launches/statistics/monthly.ts';
import type { StatusStatistics } from '../../domain/launches/statistics/status.ts';
import { statusStatistics } from '../../domain/launches/statistics/status.ts';
import { successStreak } from '../../domain/launches/statistics/streak.ts';
import type { DayCount } from '../../domain/launches/statistics/timeline.ts';
import { timelineStatistics } from '../../domain/launches/statistics/timeline.ts';
import type { Dated } from '../launches/dated.ts';
import { dated } from '../launches/dated.ts';
import type { Selection } from '../launches/dto/map-query.ts';
import type { CatalogReading } from '../launches/launch-catalog.ts';
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

const monthsOf = ({ launches, range }: CatalogReading): MonthCounts[] =>
  monthlyStatistics(launches, range);

const boostersOf = ({ launches, range }: CatalogReading): BoosterStatistics =>
  boosterStatistics(launches, range);

/** Statistics of the launches of a selection. Every method throws TableError when they cannot be read. */
@Injectable()
export class StatisticsService {
  constructor(private readonly catalog: LaunchCatalog) {}

  monthly(selection: Selection): Scoped<Pick<Summary, 'months'>> {
    return this.answer(selection, (reading) => ({ months: monthsOf(reading) }));
  }

  launchpads(selection: Selection): Scoped<Pick<Summary, 'launchpads'>> {
    return this.answer(selection, ({ launches }) => ({
      launchpads: launchpadStatistics(launches),
    }));
  }

  rockets(selection: Selection): Scoped<Pick<Summary, 'rockets'>> {
    return this.answer(selection, ({ launches }) => ({ rockets: rocketStatistics(launches) }));
  }

  orbits(selection: Selection): Scoped<Pick<Summary, 'orbits'>> {
    return this.answer(selection, ({ launches }) => ({ orbits: orbitStatistics(launches) }));
  }

  timeline(selection: Selection): Scoped<Pick<Summary, 'days'>> {
    return this.answer(selection, ({ launches }) => ({ days: timelineStatistics(launches) }));
  }

  status(selection: Selection): Scoped<StatusStatistics> {
    return this.answer(selection, ({ launches }) => statusStatistics(launches));
  }

  streak(selection: Selection): Scoped<StreakCountDto> {
    return this.answer(selection, ({ launches }) => mapStreak(successStreak(launches)));
  }

  boosters(selection: Selection): Scoped<BoosterStatistics> {
    return this.answer(selection, boostersOf);
  }

  summary(selection: Selection): Scoped<Summary> {
    return this.answer(selection, (reading) => ({
      months: monthsOf(reading),
      launchpads: launchpadStatistics(reading.launches),
      rockets: rocketStatistics(reading.launches),
      orbits: orbitStatistics(reading.launches),
      days: timelineStatistics(reading.launches),
      status: statusStatistics(reading.launches),
      streak: mapStreak(successStreak(reading.launches)),
      boosters: boostersOf(reading),
    }));
  }

  private async answer<T>(
    { source, filter }: Selection,
    compute: (reading: CatalogReading) => T,
  ): Scoped<T> {
    const reading = await this.catalog.read(source, filter);
    const { as_of, stale } = reading;
    const { from, to } = filter;
    return dated(reading, { source, from, to, as_of, stale, ...compute(reading) });
  }
}
