import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.ts';
import { ConfigModule } from './config/config.module.ts';
import type { Environment } from './config/environment.ts';
import { DocsModule } from './docs/docs.module.ts';
import { HealthModule } from './health/health.module.ts';
import { HttpModule } from './http/http.module.ts';
import { AppLogger, loggingModule } from './http/logging.module.ts';
import { IngestionsModule } from './ingestions/ingestions.module.ts';
import { LaunchesModule } from './launches/launches.module.ts';
import { PagesModule } from './pages/pages.module.ts';
import { SourcesModule } from './sources/sources.module.ts';
import { StatisticsModule } from './statistics/statistics.module.ts';
import { TracingModule } from './tracing/tracing.module.ts';

@Module({})
export class AppModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [
        loggingModule(),
        ConfigModule.forRoot(environment),
        TracingModule,
        HttpModule,
        AuthModule,
        LaunchesModule,
        StatisticsModule,
        SourcesModule,
        IngestionsModule,
        HealthModule,
        DocsModule,
        PagesModule,
      ],
      providers: [AppLogger],
    };
  }
}
