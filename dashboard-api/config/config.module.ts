import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import { EndedSessions } from '../../domain/access/ended-sessions.ts';
import { createClock } from '../../domain/launches/clock.ts';
import { createTableClient } from '../../domain/launches/repository/client.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { Environment } from './environment.ts';
import { TableGuard } from './table-guard.ts';

/** Token of the clock ({@link Clock}) everything that asks for the time uses. */
export const CLOCK = Symbol('clock');

/** An outage must show within about three seconds: two tries, and the pause between them. */
const TABLE_WAITS = { requestTimeout: 1200, maxAttempts: 2 };

const logger = new Logger('LaunchReader');

/** What every feature needs: the environment, the clock and the table. */
@Module({})
export class ConfigModule implements OnApplicationShutdown {
  constructor(private readonly client: DynamoDBDocumentClient) {}

  static forRoot(environment: Environment): DynamicModule {
    const client = {
      provide: DynamoDBDocumentClient,
      inject: [TableGuard],
      useFactory: (guard: TableGuard) => guard.protect(createTableClient(TABLE_WAITS)),
    };
    const reader = {
      provide: LaunchReader,
      inject: [DynamoDBDocumentClient],
      useFactory: (client: DynamoDBDocumentClient) =>
        new LaunchReader({ client, tableName: environment.tableName }, (reason) =>
          logger.warn({ event: 'invalid_item', reason }),
        ),
    };
    const ended = {
      provide: EndedSessions,
      inject: [DynamoDBDocumentClient],
      useFactory: (client: DynamoDBDocumentClient) =>
        new EndedSessions({ client, tableName: environment.tableName }),
    };
    const clock = { provide: CLOCK, useValue: createClock(environment.clockStartsAt) };
    const settings = { provide: Environment, useValue: environment };
    return {
      module: ConfigModule,
      global: true,
      providers: [settings, clock, TableGuard, client, reader, ended],
      exports: [Environment, CLOCK, EndedSessions, LaunchReader, TableGuard],
    };
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }
}
