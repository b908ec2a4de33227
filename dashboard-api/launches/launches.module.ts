import { Module } from '@nestjs/common';
import { ExportController } from './export.controller.ts';
import { ExportService } from './export.service.ts';
import { LaunchCatalog } from './launch-catalog.ts';
import { LaunchRecords } from './launch-records.ts';
import { LaunchesController } from './launches.controller.ts';
import { LaunchesService } from './launches.service.ts';

/** Launches: the catalog everything reads, lists, single launches and exports. */
@Module({
  controllers: [ExportController, LaunchesController],
  providers: [LaunchCatalog, LaunchRecords, LaunchesService, ExportService],
  exports: [LaunchCatalog, LaunchesService],
})
export class LaunchesModule {}
