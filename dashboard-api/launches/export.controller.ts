import { Controller, Get, HttpStatus, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Environment } from '../config/environment.ts';
import { ApiData } from '../http/api-responses.ts';
import { quoteTag } from '../http/strong-etag.ts';
import { QueryPipe } from '../http/query.pipe.ts';
import type { Dated } from './dated.ts';
import { dated } from './dated.ts';
import { mapListing } from './dto/map-query.ts';
import { ExportQuery } from './dto/queries.ts';
import type { ExportFormat } from './export-formats.ts';
import { CSV, NDJSON } from './export-formats.ts';
import { ExportService } from './export.service.ts';

type Body = StreamableFile | undefined;

@ApiTags('launches')
@ApiData()
@Controller('api/v1')
export class ExportController {
  constructor(
    private readonly environment: Environment,
    private readonly exports: ExportService,
  ) {}

  @Get('launches.csv')
  @ApiOperation({ operationId: 'exportLaunchesCsv', summary: 'Launches under a filter, as CSV' })
  @ApiOkResponse({
    description: 'A header line, then a line a launch; nested values are JSON text.',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  csv(
    @Query(QueryPipe) query: ExportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Dated<Body>> {
    return this.answer(query, CSV, request, response);
  }

  @Get('launches.ndjson')
  @ApiOperation({
    operationId: 'exportLaunchesNdjson',
    summary: 'Launches under a filter, a JSON object a line',
  })
  @ApiOkResponse({
    description: 'A launch a line.',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  })
  ndjson(
    @Query(QueryPipe) query: ExportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Dated<Body>> {
    return this.answer(query, NDJSON, request, response);
  }

  private async answer(
    query: ExportQuery,
    format: ExportFormat,
    request: Request,
    response: Response,
  ): Promise<Dated<Body>> {
    const listing = mapListing(query, this.environment.sources);
    const { body, freshness } = await this.exports.prepare(listing);
    response.setHeader('ETag', quoteTag(`${body.version}-${format.extension}`));
    if (request.fresh) {
      response.status(HttpStatus.NOT_MODIFIED);
      return dated(freshness, undefined);
    }
    const file = new StreamableFile(format.encode(await body.open()), {
      type: format.mediaType,
      disposition: `attachment; filename="launches-${listing.source}.${format.extension}"`,
    });
    // Bytes may be on their way: breaking the connection is all that says the file is not whole.
    return dated(
      freshness,
      file.setErrorHandler(() => response.destroy()),
    );
  }
}
