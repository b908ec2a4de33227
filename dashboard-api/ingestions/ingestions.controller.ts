import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { OperatorGuard } from '../auth/operator.guard.ts';
import { ApiForOperators, ApiFailures, problemResponse } from '../http/api-responses.ts';
import { BodyPipe } from '../http/body.pipe.ts';
import { QueryPipe } from '../http/query.pipe.ts';
import { requestIdOf } from '../http/request-id.ts';
import { IngestionRequestDto } from './ingestion-request.dto.ts';
import { IngestionResultDto, IngestionsDto } from './ingestion.dto.ts';
import type { IngestionFields } from './ingestions.service.ts';
import { IngestionsService } from './ingestions.service.ts';

const NOT_STORED = ['Cache-Control', 'no-store'] as const;

/** This path takes no parameters. */
class NoParameters {}

@ApiTags('ingestions')
@ApiForOperators()
@UseGuards(OperatorGuard)
@Controller('api/v1/ingestions')
export class IngestionsController {
  constructor(private readonly ingestions: IngestionsService) {}

  @Get()
  @Header(...NOT_STORED)
  @ApiOperation({ summary: 'Details of the last runs of each source' })
  @ApiOkResponse({ type: IngestionsDto })
  @ApiFailures(400, 503)
  async list(@Query(QueryPipe) _query: NoParameters): Promise<IngestionsDto> {
    return { sources: await this.ingestions.runs() };
  }

  @Post()
  @HttpCode(200)
  @Header(...NOT_STORED)
  @ApiOperation({ summary: 'Collects launches of a source at once' })
  @ApiOkResponse({ type: IngestionResultDto })
  @ApiConflictResponse(problemResponse('Another run of the source is under way.'))
  @ApiFailures(400, 413, 415, 502, 503, 504)
  start(
    @Body(BodyPipe) request: IngestionRequestDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IngestionResultDto> {
    return this.ingestions.start({ ...request } as IngestionFields, requestIdOf(response));
  }
}
