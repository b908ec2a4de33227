import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Environment } from '../config/environment.ts';
import { ApiData } from '../http/api-responses.ts';
import { QueryPipe } from '../http/query.pipe.ts';
import type { Dated } from '../launches/dated.ts';
import type { Selection } from '../launches/dto/map-query.ts';
import { mapSelection } from '../launches/dto/map-query.ts';
import { FilterQuery } from '../launches/dto/queries.ts';
import {
  BoosterStatisticsDto,
  LaunchpadStatisticsDto,
  MonthlyStatisticsDto,
  OrbitStatisticsDto,
  RocketStatisticsDto,
  StatusStatisticsDto,
  StreakStatisticsDto,
  SummaryStatisticsDto,
  TimelineStatisticsDto,
} from './statistics.dto.ts';
import { StatisticsService } from './statistics.service.ts';

@ApiTags('statistics')
@ApiData()
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(
    private readonly environment: Environment,
    private readonly statistics: StatisticsService,
  ) {}

  @Get('monthly')
  @ApiOperation({ operationId: 'getMonthlyStatistics', summary: 'Launches per UTC month' })
  @ApiOkResponse({ type: MonthlyStatisticsDto })
  monthly(@Query(QueryPipe) query: FilterQuery): Promise<Dated<MonthlyStatisticsDto>> {
    return this.statistics.monthly(this.selection(query));
  }

  @Get('launchpads')
  @ApiOperation({ operationId: 'getLaunchpadStatistics', summary: 'Launches per launch pad' })
  @ApiOkResponse({ type: LaunchpadStatisticsDto })
  launchpads(@Query(QueryPipe) query: FilterQuery): Promise<Dated<LaunchpadStatisticsDto>> {
    return this.statistics.launchpads(this.selection(query));
  }

  @Get('rockets')
  @ApiOperation({ operationId: 'getRocketStatistics', summary: 'Launches per rocket' })
  @ApiOkResponse({ type: RocketStatisticsDto })
  rockets(@Query(QueryPipe) query: FilterQuery): Promise<Dated<RocketStatisticsDto>> {
    return this.statistics.rockets(this.selection(query));
  }

  @Get('orbits')
  @ApiOperation({ operationId: 'getOrbitStatistics', summary: 'Launches per orbit' })
  @ApiOkResponse({ type: OrbitStatisticsDto })
  orbits(@Query(QueryPipe) query: FilterQuery): Promise<Dated<OrbitStatisticsDto>> {
    return this.statistics.orbits(this.selection(query));
  }

  @Get('timeline')
  @ApiOperation({ operationId: 'getTimelineStatistics', summary: 'Launches per UTC day' })
  @ApiOkResponse({ type: TimelineStatisticsDto })
  timeline(@Query(QueryPipe) query: FilterQuery): Promise<Dated<TimelineStatisticsDto>> {
    return this.statistics.timeline(this.selection(query));
  }

  @Get('status')
  @ApiOperation({ operationId: 'getStatusStatistics', summary: 'Launches by outcome' })
  @ApiOkResponse({ type: StatusStatisticsDto })
  status(@Query(QueryPipe) query: FilterQuery): Promise<Dated<StatusStatisticsDto>> {
    return this.statistics.status(this.selection(query));
  }

  @Get('streak')
  @ApiOperation({
    operationId: 'getStreakStatistics',
    summary: 'Successes in a row at the end of the range',
  })
  @ApiOkResponse({ type: StreakStatisticsDto })
  streak(@Query(QueryPipe) query: FilterQuery): Promise<Dated<StreakStatisticsDto>> {
    return this.statistics.streak(this.selection(query));
  }

  @Get('boosters')
  @ApiOperation({
    operationId: 'getBoosterStatistics',
    summary: 'Landings and reflights of boosters, per UTC month',
  })
  @ApiOkResponse({ type: BoosterStatisticsDto })
  boosters(@Query(QueryPipe) query: FilterQuery): Promise<Dated<BoosterStatisticsDto>> {
    return this.statistics.boosters(this.selection(query));
  }

  @Get('summary')
  @ApiOperation({ operationId: 'getSummaryStatistics', summary: 'All statistics in one answer' })
  @ApiOkResponse({ type: SummaryStatisticsDto })
  summary(@Query(QueryPipe) query: FilterQuery): Promise<Dated<SummaryStatisticsDto>> {
    return this.statistics.summary(this.selection(query));
  }

  private selection(query: FilterQuery): Selection {
    return mapSelection(query, this.environment.sources);
  }
}
