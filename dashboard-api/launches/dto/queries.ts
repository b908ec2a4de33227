import { LONGEST_SEARCH } from '../../../domain/launches/filter.ts';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchStatus } from '../../../domain/launches/status.ts';
import { LAUNCH_STATUSES } from '../../../domain/launches/status.ts';
import {
  ChoiceField,
  ChoicesField,
  CountField,
  DayField,
  NotAfter,
  TextField,
  TextsField,
  TokenField,
} from '../../http/query-fields.ts';
import { DEFAULT_LIMIT, DEFAULT_ORDER, MAX_LIMIT, ORDERS } from '../paging.ts';
import type { Order } from '../paging.ts';

const LONGEST_NAME = 300;
const LONGEST_CURSOR = 1000;

/** No parameters at all. */
export class NoQuery {}

export class SourceQuery {
  @ChoiceField(LAUNCH_SOURCES, {
    description: 'Where the launches were read from; without it, the first source served.',
    example: 'launch-library',
  })
  source?: LaunchSource;
}

/** Which launches are meant; all parameters narrow, repeated ones widen. */
export class FilterQuery extends SourceQuery {
  @DayField({ description: 'First UTC day, inclusive; not after `to`.', example: '2017-01-01' })
  @NotAfter('to')
  from?: string;

  @DayField({ description: 'Last UTC day, inclusive.', example: '2017-12-31' })
  to?: string;

  @ChoicesField(LAUNCH_STATUSES, {
    description: 'What became of the launch.',
    example: ['success'],
  })
  status?: LaunchStatus[];

  @TextsField(LONGEST_NAME, { description: 'Id or name of a launch pad.', example: ['80'] })
  launchpad?: string[];

  @TextsField(LONGEST_NAME, { description: 'Id or name of a rocket.', example: ['Falcon 9'] })
  rocket?: string[];

  @TextField(LONGEST_SEARCH, {
    description: 'Part of the mission name, in any case.',
    example: 'starlink',
  })
  q?: string;
}

/** A filter that names launches one by one, so that it can order them. */
export class ExportQuery extends FilterQuery {
  @ChoiceField(ORDERS, { description: 'By launch date.', example: 'desc' }, DEFAULT_ORDER)
  order?: Order;
}

export class LaunchListQuery extends ExportQuery {
  @CountField(MAX_LIMIT, DEFAULT_LIMIT, { description: 'Launches on a page.', example: 20 })
  limit?: string;

  @TokenField(LONGEST_CURSOR, {
    description: '`next_cursor` of the page before, asked for with the same filter and order.',
  })
  cursor?: string;
}
