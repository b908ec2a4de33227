import { ApiProperty } from '@nestjs/swagger';
import { DATE_PRECISIONS } from '../../domain/launches/dates.ts';
import type { SuccessStreak } from '../../domain/launches/statistics/streak.ts';
import { Count } from './properties.ts';

/** The launch that ended the streak before. */
class StreakStartDto {
  @ApiProperty({ type: String, example: '5eb87d0dffd86e000604b35b' }) id!: string;
  @ApiProperty({ type: String, example: 'Amos-6' }) mission_name!: string;
  @ApiProperty({ type: String, format: 'date-time', example: '2016-09-01T13:07:00.000Z' })
  launch_date!: string;
  @ApiProperty({ enum: DATE_PRECISIONS, example: 'second' }) launch_date_precision!: string;
  @ApiProperty({ enum: ['failed', 'partial_failure'], example: 'failed' }) launch_status!: string;
}

export class StreakCountDto {
  @Count(152, 'Successes in a row; unknown outcomes neither end nor extend it.')
  count!: number;
  @ApiProperty({
    type: StreakStartDto,
    nullable: true,
    description: 'The last launch that fell short of success; null when none did.',
  })
  since!: StreakStartDto | null;
}

export const mapStreak = ({ count, since }: SuccessStreak): StreakCountDto => ({
  count,
  since: since && {
    id: since.id,
    mission_name: since.mission_name,
    launch_date: since.launch_date,
    launch_date_precision: since.launch_date_precision,
    launch_status: since.launch_status,
  },
});
