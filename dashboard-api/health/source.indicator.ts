import { Inject, Injectable } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { HealthIndicatorService } from '@nestjs/terminus';
import type { Clock } from '../../domain/launches/clock.ts';
import { NO_FILTER } from '../../domain/launches/filter.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { sourceAge } from '../../domain/launches/state.ts';
import { CLOCK } from '../config/config.module.ts';
import { Environment } from '../config/environment.ts';
import { LaunchCatalog } from '../launches/launch-catalog.ts';

/** Four runs of the schedule without one that read the source whole. */
const OLD_SECONDS = 24 * 3600;

/** Says how old what is known of each source is; old data is served, so none of it is down. */
@Injectable()
export class SourceIndicator {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly catalog: LaunchCatalog,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A check for each source, told by `source:<name>`. */
  get checks(): (() => Promise<HealthIndicatorResult>)[] {
    return this.environment.sources.map((source) => () => this.check(source));
  }

  private async check(source: LaunchSource): Promise<HealthIndicatorResult> {
    const as_of = await this.asOf(source);
    const age_seconds = sourceAge(as_of, this.clock());
    const indicator = this.indicators.check(`source:${source}`);
    const isFresh = age_seconds !== null && age_seconds <= OLD_SECONDS;
    return isFresh
      ? indicator.up({ as_of, age_seconds })
      : indicator.degraded({ as_of, age_seconds });
  }

  /** The last that is known; what the table does now is another part's to say. */
  private async asOf(source: LaunchSource): Promise<string | null> {
    try {
      return (await this.catalog.outline(source, NO_FILTER)).as_of;
    } catch (error) {
      if (error instanceof TableError) return null;
      throw error;
    }
  }
}
