import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ApiProperty } from '@nestjs/swagger';
import { DATE_PRECISIONS } from '../../../domain/launches/dates.ts';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import { LAUNCH_STATUSES } from '../../../domain/launches/status.ts';

const Text = (example: string, options: ApiPropertyOptions = {}) =>
  ApiProperty({ type: String, example, ...(options as object) });
const OptionalText = (example: string | null, options: ApiPropertyOptions = {}) =>
  ApiProperty({ type: String, example, nullable: true, ...(options as object) });
const Instant = (example: string) => Text(example, { format: 'date-time' });
const OptionalInstant = (example: string | null) => OptionalText(example, { format: 'date-time' });
const OptionalCount = (example: number | null, options: ApiPropertyOptions = {}) =>
  ApiProperty({ type: 'integer', minimum: 0, example, nullable: true, ...(options as object) });
const Flag = (example: boolean, description: string) =>
  ApiProperty({ type: Boolean, example, description });
const OptionalFlag = (example: boolean | null) =>
  ApiProperty({ type: Boolean, example, nullable: true });

export class BoosterDto {
  @OptionalCount(2, { description: 'Which flight of the booster this is.' })
  flight!: number | null;
  @OptionalFlag(true) reused!: boolean | null;
  @OptionalFlag(true) landing_attempt!: boolean | null;
  @OptionalFlag(true) landing_success!: boolean | null;
  @OptionalText('ASDS') landing_type!: string | null;
}

export class PreviousDateDto {
  @Instant('2017-06-19T18:10:00.000Z') launch_date!: string;
  @Instant('2017-06-18T13:00:00.000Z') seen_until!: string;
}

/** A launch as the API answers it. Times are UTC; null means not recorded. */
export class LaunchDto {
  @Text('2bc97e32-d24b-47f3-8d7d-d6c78e8c1ae9', { description: "The source's id." }) id!: string;
  @Instant('2017-06-23T19:10:00.000Z') launch_date!: string;
  @ApiProperty({ enum: DATE_PRECISIONS, description: 'What of the date means anything.' })
  launch_date_precision!: string;
  @ApiProperty({ enum: LAUNCH_STATUSES, example: 'success' }) launch_status!: string;
  @Text('BulgariaSat-1') mission_name!: string;
  @OptionalCount(42, { description: 'Not unique.' }) flight_number!: number | null;
  @Text('188') rocket_id!: string;
  @Text('Falcon 9 Full Thrust') rocket_name!: string;
  @Text('87') launchpad_id!: string;
  @Text('Launch Complex 39A') launchpad_name!: string;
  @OptionalInstant('2017-06-15T22:25:00.000Z') static_fire_date!: string | null;
  @OptionalCount(7200, { description: 'Seconds.' }) launch_window!: number | null;
  @Flag(false, 'Any crew aboard.') crew!: boolean;
  @Flag(false, 'Any capsule aboard.') capsules!: boolean;
  @OptionalFlag(false) fairings_reused!: boolean | null;
  @OptionalFlag(true) fairings_recovery_attempt!: boolean | null;
  @OptionalFlag(null) fairings_recovered!: boolean | null;
  @ApiProperty({ type: [BoosterDto] }) boosters!: BoosterDto[];
  @OptionalText('GTO') orbit!: string | null;
  @OptionalText('Communications') mission_type!: string | null;
  @OptionalText('Second flight of the booster.') details!: string | null;
  @ApiProperty({ enum: LAUNCH_SOURCES, example: 'launch-library' }) source!: string;
  @OptionalInstant('2023-05-04T08:00:00.000Z') source_updated_at!: string | null;
  @Instant('2026-01-01T13:00:04.000Z') ingested_at!: string;
  @OptionalText('2bc97e32-d24b-47f3-8d7d-d6c78e8c1ae9', { description: 'Joins the two sources.' })
  launch_library_id!: string | null;
  @ApiProperty({
    type: [PreviousDateDto],
    description: 'Where it was before it slipped, newest last.',
  })
  previous_dates!: PreviousDateDto[];
  @OptionalInstant(null) missing_since!: string | null;
  @Text('launch-library#2017', { description: 'Source and UTC year of the launch.' })
  source_year!: string;
}

export class LaunchPageDto {
  @ApiProperty({ type: [LaunchDto] }) items!: LaunchDto[];
  @OptionalText('WyJHb', { description: '`cursor` of the next page; null on the last one.' })
  next_cursor!: string | null;
  @ApiProperty({ type: 'integer', minimum: 0, example: 674, description: 'Launches on all pages.' })
  total!: number;
}
