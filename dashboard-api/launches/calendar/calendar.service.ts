import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../domain/launches/clock.ts';
import { hasDay } from '../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { isToCome } from '../../../domain/launches/upcoming.ts';
import { CLOCK } from '../../config/config.module.ts';
import type { Dated } from '../dated.ts';
import { dated } from '../dated.ts';
import { LaunchCatalog } from '../launch-catalog.ts';
import { LaunchRecords } from '../launch-records.ts';
import type { Listing } from '../paging.ts';
import type { CalendarContent } from './calendar.ts';

/** Launches for a calendar: those that are confirmed and still to come. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly catalog: LaunchCatalog,
    private readonly records: LaunchRecords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws TableError when the launches cannot be read */
  async read({ source, filter, order }: Listing): Promise<Dated<CalendarContent>> {
    const reading = await this.catalog.read(source, filter);
    const now = this.clock();
    const isDated = (launch: LaunchSummary): boolean =>
      isToCome(launch, now) && hasDay(launch.launch_date_precision);
    const toCome = reading.launches.filter((launch) => isToCome(launch, now));
    const keys = toCome.filter(isDated);
    const records = await this.records.read(source, order === 'asc' ? keys : keys.toReversed());
    // A record may have changed since the catalog was read.
    const launches = records.filter(isDated);
    return dated(reading, { source, launches, withoutDay: toCome.length - keys.length });
  }
}
