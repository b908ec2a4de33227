import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';
import { HealthCheckService } from '@nestjs/terminus';
import { UnhealthyError } from '../errors.ts';
import { ApiUnavailable } from '../http/api-responses.ts';
import { AliveDto, HealthDto, ReadyDto, UnhealthyProblem } from './health.dto.ts';
import { ProcessIndicator } from './process.indicator.ts';
import { SourceIndicator } from './source.indicator.ts';
import { TableIndicator } from './table.indicator.ts';

const NOT_STORED = ['Cache-Control', 'no-store'] as const;
const NOT_READY = 'The table does not answer, or the process is about to end.';
const UNHEALTHY =
  'A part is down, or the process is about to end; `details` says how each part is.';

type Report = Pick<HealthCheckResult, 'status' | 'details'>;

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly table: TableIndicator,
    private readonly sources: SourceIndicator,
    private readonly process: ProcessIndicator,
  ) {}

  @Get(['health', 'liveness'])
  @Header(...NOT_STORED)
  @ApiOperation({ summary: 'Says that the process answers; looks at nothing else' })
  @ApiOkResponse({ type: AliveDto })
  alive(): AliveDto {
    return { status: 'ok' };
  }

  @Get('readiness')
  @Header(...NOT_STORED)
  @ApiOperation({ summary: 'Says whether the table answers' })
  @ApiOkResponse({ type: ReadyDto })
  @ApiUnavailable(NOT_READY)
  async ready(): Promise<Report> {
    const { status, details } = await this.health.check([() => this.table.check()]);
    return { status, details };
  }

  @Get('health/detailed')
  @Header(...NOT_STORED)
  @ApiOperation({
    summary: 'Says how each part is: the table, the data of each source, the process',
  })
  @ApiOkResponse({ type: HealthDto })
  @ApiUnavailable(UNHEALTHY, UnhealthyProblem)
  async detailed(): Promise<Report> {
    const checks = [() => this.table.check(), ...this.sources.checks, () => this.process.check()];
    try {
      const { status, details } = await this.health.check(checks);
      return { status, details };
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      const { details } = error.getResponse() as HealthCheckResult;
      throw new UnhealthyError(details);
    }
  }
}
