import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.ts';
import { LaunchesModule } from '../launches/launches.module.ts';
import { ProcessIndicator } from './process.indicator.ts';
import { SourceIndicator } from './source.indicator.ts';
import { TableIndicator } from './table.indicator.ts';

@Module({
  imports: [LaunchesModule, TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [TableIndicator, SourceIndicator, ProcessIndicator],
})
export class HealthModule {}
