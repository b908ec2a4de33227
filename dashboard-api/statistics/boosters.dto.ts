import { ApiProperty } from '@nestjs/swagger';
import { Count, Month } from './properties.ts';

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
