import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LAUNCH_SOURCES } from '../../domain/launches/keys.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { IngestionRun } from '../../domain/launches/state.ts';

const Count = (description: string) =>
  ApiProperty({ type: 'integer', minimum: 0, example: 0, description });
const Time = (description: string) =>
  ApiProperty({ type: String, format: 'date-time', nullable: true, description });
const DEV = 'In deployments called dev alone: ';
const Source = () => ApiProperty({ type: String, enum: LAUNCH_SOURCES });

/** A document that is no launch. */
export class RejectionDto {
  @ApiProperty({ type: String, nullable: true, description: 'Its id, where it has one.' })
  id!: string | null;
  @ApiProperty({ type: String, description: 'What is wrong with it.' }) reason!: string;
}

/** What an ingestion did, as the function tells it. */
export class IngestionResultDto {
  @Source() source!: LaunchSource;
  @ApiProperty({ type: Boolean, description: 'Whether all that was asked for was read.' })
  complete!: boolean;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Where the next scheduled run goes on, when this one did not get to its end.',
  })
  next_from?: string | null;
  @Count('Launches that were new.') inserted_items!: number;
  @Count('Launches that differed.') updated_items!: number;
  @Count('Launches that were the same.') unchanged_items!: number;
  @Count('Launches whose date moved.') moved_items!: number;
  @Count('Documents that are no launches.') rejected_items!: number;
  @ApiPropertyOptional({ type: String, format: 'date-time', description: `${DEV}when it began.` })
  start_time?: string;
  @ApiPropertyOptional({ type: String, format: 'date-time', description: `${DEV}when it ended.` })
  end_time?: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: `${DEV}launches it read.` })
  launch_items?: number;
  @ApiPropertyOptional({
    type: [RejectionDto],
    description: `${DEV}documents that are no launches.`,
  })
  rejected?: RejectionDto[];
}

export class RunDto implements IngestionRun {
  @ApiProperty({ type: String, format: 'date-time' }) started_at!: string;
  @ApiProperty({ type: String, format: 'date-time' }) ended_at!: string;
  @ApiProperty({ type: String, enum: ['schedule', 'http', 'direct'] })
  trigger!: IngestionRun['trigger'];
  @Time('Start of the window; null: it had none.') from!: string | null;
  @Time('End of the window; null: it had none.') to!: string | null;
  @ApiProperty({ type: Boolean }) complete!: boolean;
  @Count('Launches that were new.') inserted_items!: number;
  @Count('Launches that differed.') updated_items!: number;
  @Count('Launches that were the same.') unchanged_items!: number;
  @Count('Launches whose date moved.') moved_items!: number;
  @Count('Upcoming launches that the source no longer lists.') missing_items!: number;
  @Count('Documents that are no launches.') rejected_items!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed; null: it did not.' })
  error!: string | null;
}

export class SourceRunsDto {
  @Source() source!: LaunchSource;
  @Time('Start of the last run that read all it was asked to.') last_success_at!: string | null;
  @Time('Where the next scheduled run goes on; null: nothing is left over.')
  next_from!: string | null;
  @Time('Until when a run that is under way holds the source; null: none is.')
  running_until!: string | null;
  @ApiProperty({ type: [RunDto], description: 'The last 20, newest first.' })
  runs!: RunDto[];
}

export class IngestionsDto {
  @ApiProperty({ type: [SourceRunsDto] }) sources!: SourceRunsDto[];
}
