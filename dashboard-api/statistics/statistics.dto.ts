import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { LAUNCH_SOURCES } from '../../domain/launches/keys.ts';
import { BoosterTotalsDto } from './boosters.dto.ts';
import { Count, Month } from './properties.ts';
import { StreakCountDto } from './streak.dto.ts';

const OptionalDay = (example: string, description: string) =>
  ApiProperty({ type: String, format: 'date', example, nullable: true, description });

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

export class OrbitDto extends CountsDto {
  @ApiProperty({
    type: String,
    example: 'Low Earth Orbit',
    nullable: true,
    description: 'As the source names it; null for launches whose orbit is not recorded.',
  })
  name!: string | null;
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

class OrbitsDto {
  @ApiProperty({ type: [OrbitDto], description: 'Largest total first, those not recorded last.' })
  orbits!: OrbitDto[];
}

class StreakDto {
  @ApiProperty({ type: StreakCountDto }) streak!: StreakCountDto;
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
export class OrbitStatisticsDto extends IntersectionType(ScopeDto, OrbitsDto) {}
export class StreakStatisticsDto extends IntersectionType(ScopeDto, StreakCountDto) {}
export class TimelineStatisticsDto extends IntersectionType(ScopeDto, DaysDto) {}
export class StatusStatisticsDto extends IntersectionType(ScopeDto, StatusCountsDto) {}
export class BoosterStatisticsDto extends IntersectionType(ScopeDto, BoosterTotalsDto) {}
export class SummaryStatisticsDto extends IntersectionType(
  ScopeDto,
  MonthsDto,
  LaunchpadsDto,
  IntersectionType(RocketsDto, OrbitsDto, DaysDto),
  IntersectionType(StatusDto, StreakDto, BoostersDto),
) {}
