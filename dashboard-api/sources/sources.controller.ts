import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiData } from '../http/api-responses.ts';
import { QueryPipe } from '../http/query.pipe.ts';
import type { Dated } from '../launches/dated.ts';
import { dated } from '../launches/dated.ts';
import { NoQuery } from '../launches/dto/queries.ts';
import { mapSources } from './dto/map-sources.ts';
import { SourceListDto } from './dto/source.dto.ts';
import { SourcesService } from './sources.service.ts';

@ApiTags('sources')
@ApiData()
@Controller('api/v1/sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Get()
  @ApiOperation({
    operationId: 'listSources',
    summary: 'Each source: how fresh it is, what it holds, what its last runs did',
  })
  @ApiOkResponse({ type: SourceListDto })
  async list(@Query(QueryPipe) _query: NoQuery): Promise<Dated<SourceListDto>> {
    const { body, freshness } = await this.sources.list();
    return dated(freshness, mapSources(body));
  }
}
