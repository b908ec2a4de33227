import { ApiProperty } from '@nestjs/swagger';

/** A number of launches, boosters and the like. */
export const Count = (example: number, description?: string) =>
  ApiProperty({ type: 'integer', minimum: 0, example, description });

/** A UTC month. */
export const Month = () =>
  ApiProperty({ type: String, pattern: '^\\d{4}-\\d{2}$', example: '2017-06' });
