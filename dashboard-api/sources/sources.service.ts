import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../domain/launches/clock.ts';
import { CLOCK } from '../config/config.module.ts';
import { Environment } from '../config/environment.ts';
import type { Dated } from '../launches/dated.ts';
import { dated } from '../launches/dated.ts';
import { LaunchCatalog } from '../launches/launch-catalog.ts';
import type { SourceReport } from './source-report.ts';
import { reportSource } from './source-report.ts';

/** The longest ago that a source was read; null when one never was. */
const oldest = (reports: readonly SourceReport[]): string | null =>
  reports
    .map(({ as_of }) => as_of)
    .reduce((a, b) => (a === null || b === null ? null : a < b ? a : b));

/** Reports of the sources served, from what the catalog holds of them. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly environment: Environment,
    private readonly catalog: LaunchCatalog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Every source served, the default first; as fresh as the one that was read longest ago.
   * @throws TableError when the state of one was never read and the table does not answer
   */
  async list(): Promise<Dated<SourceReport[]>> {
    const { sources } = this.environment;
    const readings = await Promise.all(sources.map((source) => this.catalog.describe(source)));
    const reports = readings.map((reading) => reportSource(reading, this.clock()));
    const stale = reports.some((report) => report.stale);
    return dated({ as_of: oldest(reports), stale }, reports);
  }
}
