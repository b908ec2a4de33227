import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';
import { HealthCheckService } from '@nestjs/terminus';
import { ApiUnavailable } from '../http/api-responses.ts';
import { TableIndicator } from './table.indicator.ts';

class AliveDto {
  @ApiProperty({ type: String, enum: ['ok'] }) status!: 'ok';
}

class TableHealthDto {
  @ApiProperty({ type: String, enum: ['up'] }) status!: string;
  @ApiProperty({ type: Number, minimum: 0, example: 4, description: 'Milliseconds.' })
  responseTime!: number;
}

class ChecksDto {
  @ApiProperty({ type: TableHealthDto }) table!: TableHealthDto;
}

class HealthDto extends AliveDto {
  @ApiProperty({ type: ChecksDto }) details!: ChecksDto;
}

const NOT_STORED = ['Cache-Control', 'no-store'] as const;
const GONE = 'The table does not answer.';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly table: TableIndicator,
  ) {}

  @Get(['health', 'liveness'])
  @Header(...NOT_STORED)
  @ApiOperation({ summary: 'Says that the process answers; looks at nothing else' })
  @ApiOkResponse({ type: AliveDto })
  alive(): AliveDto {
    return { status: 'ok' };
  }

  @Get(['readiness', 'health/detailed'])
  @Header(...NOT_STORED)
  @ApiOperation({ summary: 'Says whether the table answers' })
  @ApiOkResponse({ type: HealthDto })
  @ApiUnavailable(GONE)
  async ready(): Promise<Pick<HealthCheckResult, 'status' | 'details'>> {
    const { status, details } = await this.health.check([() => this.table.check()]);
    return { status, details };
  }
}
