import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Environment } from '../../config/environment.ts';
import { ApiData } from '../../http/api-responses.ts';
import { QueryPipe } from '../../http/query.pipe.ts';
import type { Dated } from '../dated.ts';
import { dated } from '../dated.ts';
import { mapListing } from '../dto/map-query.ts';
import { ExportQuery } from '../dto/queries.ts';
import { calendarOf } from './calendar.ts';
import { CalendarService } from './calendar.service.ts';

@ApiTags('launches')
@ApiData()
@Controller('api/v1')
export class CalendarController {
  constructor(
    private readonly environment: Environment,
    private readonly calendars: CalendarService,
  ) {}

  @Get('launches.ics')
  @ApiOperation({
    operationId: 'exportLaunchesIcs',
    summary: 'Launches still to come under a filter, as a calendar',
  })
  @ApiOkResponse({
    description:
      'iCalendar (RFC 5545): an event a launch that is confirmed and whose day is known; a whole day in UTC ' +
      'where its time is not. `X-LAUNCHES-WITHOUT-DAY` says how many more have no day yet.',
    content: { 'text/calendar': { schema: { type: 'string' } } },
  })
  async ics(
    @Query(QueryPipe) query: ExportQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Dated<string>> {
    const listing = mapListing(query, this.environment.sources);
    const { body, freshness } = await this.calendars.read(listing);
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="launches-${listing.source}.ics"`,
    );
    return dated(freshness, calendarOf(body));
  }
}
