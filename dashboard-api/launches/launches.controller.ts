import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Environment } from '../config/environment.ts';
import { ApiData, ApiMayBeMissing } from '../http/api-responses.ts';
import { QueryPipe } from '../http/query.pipe.ts';
import type { Dated } from './dated.ts';
import { dated } from './dated.ts';
import { LaunchDto, LaunchPageDto } from './dto/launch.dto.ts';
import { mapLaunch, mapLaunchPage } from './dto/map-launch.ts';
import { mapListing, mapPageRequest, mapSource } from './dto/map-query.ts';
import { LaunchListQuery, NoQuery, SourceQuery } from './dto/queries.ts';
import { LaunchesService } from './launches.service.ts';

const map = <T, R>({ body, freshness }: Dated<T>, mapBody: (body: T) => R): Dated<R> =>
  dated(freshness, mapBody(body));

@ApiTags('launches')
@ApiData()
@Controller('api/v1/launches')
export class LaunchesController {
  constructor(
    private readonly environment: Environment,
    private readonly launches: LaunchesService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listLaunches', summary: 'Launches under a filter, by page' })
  @ApiOkResponse({ type: LaunchPageDto })
  async list(@Query(QueryPipe) query: LaunchListQuery): Promise<Dated<LaunchPageDto>> {
    const listing = mapListing(query, this.environment.sources);
    return map(await this.launches.list(listing, mapPageRequest(query)), mapLaunchPage);
  }

  @Get('next')
  @ApiMayBeMissing()
  @ApiOperation({ operationId: 'getNextLaunch', summary: 'The next confirmed launch' })
  @ApiOkResponse({ type: LaunchDto })
  async next(@Query(QueryPipe) query: SourceQuery): Promise<Dated<LaunchDto>> {
    return map(await this.launches.next(mapSource(query, this.environment.sources)), mapLaunch);
  }

  @Get('latest')
  @ApiMayBeMissing()
  @ApiOperation({ operationId: 'getLatestLaunch', summary: 'The last launch that has flown' })
  @ApiOkResponse({ type: LaunchDto })
  async latest(@Query(QueryPipe) query: SourceQuery): Promise<Dated<LaunchDto>> {
    return map(await this.launches.latest(mapSource(query, this.environment.sources)), mapLaunch);
  }

  @Get(':id')
  @ApiMayBeMissing()
  @ApiOperation({ operationId: 'getLaunch', summary: 'One launch' })
  @ApiParam({
    name: 'id',
    schema: { type: 'string', minLength: 1 },
    example: '2bc97e32-d24b-47f3-8d7d-d6c78e8c1ae9',
  })
  @ApiOkResponse({ type: LaunchDto })
  async one(@Query(QueryPipe) _query: NoQuery, @Param('id') id: string): Promise<Dated<LaunchDto>> {
    return map(await this.launches.one(id), mapLaunch);
  }
}
