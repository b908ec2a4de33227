import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller.ts';
import { CalendarService } from './calendar/calendar.service.ts';
import { Counterparts } from './counterparts.ts';
import { ExportController } from './export.controller.ts';
import { ExportService } from './export.service.ts';
import { LaunchCatalog } from './launch-catalog.ts';
import { LaunchRecords } from './launch-records.ts';
import { LaunchesController } from './launches.controller.ts';
import { LaunchesService } from './launches.service.ts';

/** Launches: the catalog everything reads, lists, single launches, exports and the calendar. */
@Module({
  controllers: [ExportController, CalendarController, LaunchesController],
  providers: [
    LaunchCatalog,
    LaunchRecords,
    Counterparts,
    LaunchesService,
    ExportService,
    CalendarService,
  ],
  exports: [LaunchCatalog, LaunchesService],
})
export class LaunchesModule {}
