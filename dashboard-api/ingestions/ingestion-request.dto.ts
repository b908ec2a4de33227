import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { isUtcDay, parseInstant } from '../../domain/launches/dates.ts';
import { LAUNCH_SOURCES } from '../../domain/launches/keys.ts';
import { ChoiceField } from '../http/query-fields.ts';

/** A hundred years of seconds. */
const MAX_OFFSET_SECONDS = 3_153_600_000;

type Fields = Readonly<Record<string, unknown>>;

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && (parseInstant(value) ?? '0000') >= '0001';

const check = (
  name: string,
  message: string,
  validate: (value: unknown, fields: Fields) => boolean,
) =>
  ValidateBy({
    name,
    validator: {
      validate: (value, args) => validate(value, (args?.object ?? {}) as Fields),
      defaultMessage: () => message,
    },
  });

const isInstantField = () =>
  check('isInstant', 'must be an ISO 8601 date or time', (value) => isInstant(value));

/** Fields of two ways to ask contradict each other. */
const notWith = (...others: string[]) =>
  check('notWith', `cannot be given together with ${others.join(', ')}`, (_, fields) =>
    others.every((other) => fields[other] === undefined),
  );

const startsBefore = () =>
  check('startsBefore', 'must not be after to', (from, { to }) => {
    if (!isInstant(from) || !isInstant(to)) return true;
    const end = isUtcDay(to) ? `${to}T23:59:59.999Z` : parseInstant(to);
    return (parseInstant(from) ?? '') <= (end ?? '');
  });

const EXAMPLES = { utc_date: '2017-06-23T19:10:00Z', from: '2017-06-01', to: '2017-06-30' };

/** What an ingestion is asked to read; without any field, what may have changed lately. */
export class IngestionRequestDto {
  @ChoiceField(LAUNCH_SOURCES, {
    description: 'Source to read; by default the first one served.',
    example: 'spacex',
  })
  source?: string;

  @IsOptional()
  @isInstantField()
  @notWith('from', 'to', 'backfill')
  @ApiPropertyOptional({
    type: String,
    description: 'End of the window (ISO 8601, without a zone UTC); by default now.',
    example: EXAMPLES.utc_date,
  })
  utc_date?: string;

  @IsOptional()
  @check(
    'isOffset',
    `must be a whole number from 1 to ${MAX_OFFSET_SECONDS}`,
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_OFFSET_SECONDS,
  )
  @notWith('from', 'to', 'backfill')
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_OFFSET_SECONDS,
    description: 'Length of the window in seconds; by default six hours.',
    example: 21_600,
  })
  offset_seconds?: number;

  @IsOptional()
  @isInstantField()
  @startsBefore()
  @notWith('backfill')
  @ApiPropertyOptional({
    type: String,
    description: 'Start of the window, inclusive.',
    example: EXAMPLES.from,
  })
  from?: string;

  @IsOptional()
  @isInstantField()
  @notWith('backfill')
  @ApiPropertyOptional({
    type: String,
    description: 'End of the window, inclusive; a day means all of it.',
    example: EXAMPLES.to,
  })
  to?: string;

  @IsOptional()
  @check('isTrue', 'must be true when given', (value) => value === true)
  @ApiPropertyOptional({ type: Boolean, enum: [true], description: 'Reads everything.' })
  backfill?: true;
}
