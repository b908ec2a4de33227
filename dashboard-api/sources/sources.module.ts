import { Module } from '@nestjs/common';
import { LaunchesModule } from '../launches/launches.module.ts';
import { SourcesController } from './sources.controller.ts';
import { SourcesService } from './sources.service.ts';

/** What there is to know of the sources themselves. */
@Module({
  imports: [LaunchesModule],
  controllers: [SourcesController],
  providers: [SourcesService],
  exports: [SourcesService],
})
export class SourcesModule {}
