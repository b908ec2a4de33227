import * as fc from 'fast-check';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import { jsonBody } from './values.ts';

/** Times of windows; the recordings hold launches from 2006 on. */
const instant = fc.oneof(
  fc
    .date({ min: new Date('2004-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom('2017-06-01', '2017-06-30', '0001-01-01', '9999-12-31', '2022-12'),
);
const seconds = fc.integer({ min: 1, max: 40_000_000 });
const source = fc.constantFrom(...LAUNCH_SOURCES);
const leaveOut = { requiredKeys: [] };

/** Bodies that start a run, those that nearly do, and those that have nothing of one. */
export const ingestionBody: fc.Arbitrary<string> = fc.oneof(
  fc.record({ source, from: instant, to: instant }, leaveOut).map((body) => JSON.stringify(body)),
  fc
    .record({ source, utc_date: instant, offset_seconds: seconds }, leaveOut)
    .map((body) => JSON.stringify(body)),
  fc.record({ source, backfill: fc.constant(true) }).map((body) => JSON.stringify(body)),
  jsonBody(['source', 'from', 'to', 'utc_date', 'offset_seconds', 'backfill']),
);
