import { Injectable } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { HealthIndicatorService } from '@nestjs/terminus';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { Environment } from '../config/environment.ts';
import { TableGuard } from '../config/table-guard.ts';

/** Asks the table for a state item, so that permissions and name are checked with the connection. */
@Injectable()
export class TableIndicator {
  private reading: Promise<unknown> | null = null;

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly reader: LaunchReader,
    private readonly environment: Environment,
    private readonly guard: TableGuard,
  ) {}

  async check(): Promise<HealthIndicatorResult> {
    return this.indicators.check('table').attempt(async () => {
      this.guard.assertClosed();
      await this.read();
    });
  }

  /** Anybody may ask, and all who do at once share one read: they keep no others from the table. */
  private read(): Promise<unknown> {
    const [source] = this.environment.sources;
    this.reading ??= this.reader.getState(source).finally(() => (this.reading = null));
    return this.reading;
  }
}
