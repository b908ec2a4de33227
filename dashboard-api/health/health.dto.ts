import { ApiProperty } from '@nestjs/swagger';
import { Problem } from '../http/problem.ts';

export class AliveDto {
  @ApiProperty({ type: String, enum: ['ok'] }) status!: 'ok';
}

class TableHealthDto {
  @ApiProperty({ type: String, enum: ['up', 'down'] }) status!: string;
  @ApiProperty({ type: Number, minimum: 0, example: 4, description: 'Milliseconds.' })
  responseTime!: number;
}

class SourceHealthDto {
  @ApiProperty({ type: String, enum: ['up', 'degraded'] }) status!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the source was last read whole; null: never, as far as is known.',
  })
  as_of!: string | null;
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true, example: 7200 })
  age_seconds!: number | null;
}

class ProcessHealthDto {
  @ApiProperty({ type: String, enum: ['up', 'degraded'] }) status!: string;
  @ApiProperty({ type: 'integer', minimum: 0, example: 61_000_000 }) heap_used_bytes!: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 495_000_000 }) heap_limit_bytes!: number;
  @ApiProperty({ type: Number, minimum: 0, example: 0.4, description: 'Mean of the last minute.' })
  event_loop_delay_ms!: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 86_400 }) uptime_seconds!: number;
}

class ReadyPartsDto {
  @ApiProperty({ type: TableHealthDto }) table!: TableHealthDto;
}

export class ReadyDto extends AliveDto {
  @ApiProperty({ type: ReadyPartsDto }) details!: ReadyPartsDto;
}

/** Every part by its name; what a part says beside its status depends on the part. The sources are those served. */
class PartsDto extends ReadyPartsDto {
  @ApiProperty({ type: SourceHealthDto, required: false })
  'source:launch-library'?: SourceHealthDto;
  @ApiProperty({ type: SourceHealthDto, required: false }) 'source:spacex'?: SourceHealthDto;
  @ApiProperty({ type: ProcessHealthDto }) process!: ProcessHealthDto;
}

export class HealthDto {
  @ApiProperty({ type: String, enum: ['ok', 'degraded'], description: 'That of the worst part.' })
  status!: string;
  @ApiProperty({ type: PartsDto }) details!: PartsDto;
}

/** A problem that also says how each part is. */
export class UnhealthyProblem extends Problem {
  @ApiProperty({ type: String, enum: ['unhealthy'] }) health!: string;
  @ApiProperty({ type: PartsDto }) details!: PartsDto;
}
