import { Module } from '@nestjs/common';
import { LaunchesModule } from '../launches/launches.module.ts';
import { StatisticsController } from './statistics.controller.ts';
import { StatisticsService } from './statistics.service.ts';

@Module({
  imports: [LaunchesModule],
  controllers: [StatisticsController],
  providers: [StatisticsService],
})
export class StatisticsModule {}
