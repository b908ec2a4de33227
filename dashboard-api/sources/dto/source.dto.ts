import { ApiProperty, PickType } from '@nestjs/swagger';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import { LaunchDto } from '../../launches/dto/launch.dto.ts';
import { StatusCountsDto } from '../../statistics/statistics.dto.ts';

const Instant = (example: string, description: string) =>
  ApiProperty({ type: String, format: 'date-time', example, description });
const OptionalInstant = (example: string, description: string) =>
  ApiProperty({ type: String, format: 'date-time', example, nullable: true, description });
const Count = (example: number, description: string) =>
  ApiProperty({ type: 'integer', minimum: 0, example, description });

/** Enough of a launch to tell which one it is; the whole of it is at `/launches/{id}`. */
export class LaunchReferenceDto extends PickType(LaunchDto, [
  'id',
  'mission_name',
  'launch_date',
  'launch_date_precision',
  'launch_status',
  'missing_since',
]) {}

/** One ingestion run: when it was and what it did to the launches stored. */
export class RunDto {
  @Instant('2026-05-15T19:00:02.000Z', 'When the run began.') started_at!: string;
  @Instant('2026-05-15T19:00:07.000Z', 'When it ended.') ended_at!: string;
  @ApiProperty({
    type: Boolean,
    example: true,
    description: 'Whether it read all it was asked to; else it failed or ran out of time.',
  })
  complete!: boolean;
  @Count(2, 'Launches that were not stored before.') inserted_items!: number;
  @Count(3, 'Launches of which something changed.') updated_items!: number;
  @Count(61, 'Launches of which nothing changed.') unchanged_items!: number;
  @Count(1, 'Launches that got another date.') moved_items!: number;
  @Count(0, 'Upcoming launches that the source no longer listed.') missing_items!: number;
  @Count(0, 'Documents of the source that are no launches.') rejected_items!: number;
}

/** What is held of a source, how fresh it is, and what its last ingestion runs did. */
export class SourceDto {
  @ApiProperty({ enum: LAUNCH_SOURCES, example: 'launch-library' }) source!: string;
  @OptionalInstant(
    '2026-05-15T19:00:02.000Z',
    'When the source was last read whole, as in every answer; null before the first time.',
  )
  as_of!: string | null;
  @ApiProperty({
    type: Boolean,
    example: false,
    description: 'True while the table does not answer and this is the last good data.',
  })
  stale!: boolean;
  @OptionalInstant(
    '2026-05-15T19:00:02.000Z',
    'Start of the last run that ended well; the same as `as_of`.',
  )
  last_success_at!: string | null;
  @ApiProperty({
    type: StatusCountsDto,
    nullable: true,
    description: 'Null while the table does not answer and the launches were not read before.',
  })
  counts!: StatusCountsDto | null;
  @ApiProperty({
    type: LaunchReferenceDto,
    nullable: true,
    description: 'The last launch that has flown; null when none has, or where `counts` is null.',
  })
  newest_launch!: LaunchReferenceDto | null;
  @ApiProperty({
    type: [LaunchReferenceDto],
    description:
      'Launches marked upcoming whose date is past or that the source no longer lists, oldest first.',
  })
  unconfirmed!: LaunchReferenceDto[];
  @ApiProperty({ type: [RunDto], description: 'The last 20 at most, newest first.' })
  runs!: RunDto[];
}

export class SourceListDto {
  @ApiProperty({ type: [SourceDto], description: 'Sources served, the default first.' })
  sources!: SourceDto[];
}
