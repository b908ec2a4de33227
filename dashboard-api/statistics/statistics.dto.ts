import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { LAUNCH_SOURCES } from '../../domain/launches/keys.ts';

const Count = (example: number, description?: string) =>
  ApiProperty({ type: 'integer', minimum: 0, example, description });
const OptionalDay = (example: string, description: string) =>
  ApiProperty({ type: String, format: 'date', example, nullable: true, description });

const Month = () => ApiProperty({ type: String, pattern: '^\\d{4}-\\d{2}$', example: '2017-06' });

/** What every statistics answer says of itself. */
export class ScopeDto {
  @ApiProperty({ enum: LAUNCH_SOURCES, example: 'launch-library' }) source!: string;
  @OptionalDay('2017-01-01', 'As asked for; null when not.') from!: string | null;
  @OptionalDay('2017-12-31', 'As asked for; null when not.') to!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-11-22T01:00:00.000Z',
    nullable: true,
    description: 'When the source was last read whole; null before the first time.',
  })
  as_of!: string | null;
  @ApiProperty({
    type: Boolean,
    example: false,
    description: 'True while the table does not answer and this is the last good data.',
  })
  stale!: boolean;
}

export class CountsDto {
  @Count(17) success!: number;
  @Count(0) partial_failure!: number;
  @Count(1) failed!: number;
  @Count(0) upcoming!: number;
  @Count(0) unknown!: number;
  @Count(18) total!: number;
}

export class MonthDto extends CountsDto {
  @Month() month!: string;
}

export class GroupDto extends CountsDto {
  @ApiProperty({ type: String, example: '87' }) id!: string;
  @ApiProperty({ type: String, example: 'Launch Complex 39A' }) name!: string;
}

export class DayDto {
  @ApiProperty({ type: String, format: 'date', example: '2017-06-23' }) date!: string;
  @Count(1, 'Launches of the day, upcoming ones too.') count!: number;
  @Count(36, 'Launches that have flown, from the start of the range.') cumulative!: number;
}

export class StatusCountsDto extends CountsDto {
  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 1,
    example: 0.944,
    nullable: true,
    description: 'Of those with an outcome; null when none has one.',
  })
  success_rate!: number | null;
}

export class BoosterCountsDto {
  @Count(3, 'Boosters of launches that have flown.') flights!: number;
  @Count(1, 'Those that had flown before.') reflights!: number;
  @Count(3, 'Landings, losses and unknown ones together.') landing_attempts!: number;
  @Count(3) landings!: number;
  @Count(0) losses!: number;
  @Count(0, 'Tried, the outcome not recorded.') unknown!: number;
  @Count(0, 'Launches that have flown without a booster on record.')
  launches_without_record!: number;
}

export class BoosterMonthDto extends BoosterCountsDto {
  @Month() month!: string;
}

export class BoosterTotalsDto extends BoosterCountsDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2021-02-16T03:59:00.000Z',
    nullable: true,
    description: 'When the last booster to be lost took off; null when none was lost.',
  })
  last_loss!: string | null;
  @ApiProperty({ type: [BoosterMonthDto], description: 'Oldest first, empty months too.' })
  months!: BoosterMonthDto[];
}

class MonthsDto {
  @ApiProperty({ type: [MonthDto], description: 'Oldest first, empty months too.' })
  months!: MonthDto[];
}

class LaunchpadsDto {
  @ApiProperty({ type: [GroupDto], description: 'Largest total first.' }) launchpads!: GroupDto[];
}

class RocketsDto {
  @ApiProperty({ type: [GroupDto], description: 'Largest total first.' }) rockets!: GroupDto[];
}

class DaysDto {
  @ApiProperty({ type: [DayDto], description: 'Days with a launch, oldest first.' })
  days!: DayDto[];
}

class StatusDto {
  @ApiProperty({ type: StatusCountsDto }) status!: StatusCountsDto;
}

class BoostersDto {
  @ApiProperty({ type: BoosterTotalsDto }) boosters!: BoosterTotalsDto;
}

export class MonthlyStatisticsDto extends IntersectionType(ScopeDto, MonthsDto) {}
export class LaunchpadStatisticsDto extends IntersectionType(ScopeDto, LaunchpadsDto) {}
export class RocketStatisticsDto extends IntersectionType(ScopeDto, RocketsDto) {}
export class TimelineStatisticsDto extends IntersectionType(ScopeDto, DaysDto) {}
export class StatusStatisticsDto extends IntersectionType(ScopeDto, StatusCountsDto) {}
export class BoosterStatisticsDto extends IntersectionType(ScopeDto, BoosterTotalsDto) {}
export class SummaryStatisticsDto extends IntersectionType(
  ScopeDto,
  MonthsDto,
  LaunchpadsDto,
  IntersectionType(RocketsDto, DaysDto, StatusDto, BoostersDto),
) {}
