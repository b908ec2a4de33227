import { describe, expect, it } from '@jest/globals';
import type { LaunchFilter } from '../../../domain/launches/filter.ts';
import { matcher, NO_FILTER } from '../../../domain/launches/filter.ts';
import { launch } from '../../helpers/launches.ts';

/** BulgariaSat-1, a success of 2017-06-23 from pad 87, Launch Complex 39A, on rocket 188, Falcon 9 Full Thrust. */
const matches = (filter: Partial<LaunchFilter>, fields = {}): boolean =>
  matcher({ ...NO_FILTER, ...filter })(launch(fields));

describe('a filter', () => {
  it.each<[string, Partial<LaunchFilter>, boolean]>([
    ['nothing', {}, true],
    ['its day', { from: '2017-06-23', to: '2017-06-23' }, true],
    ['days from the next on', { from: '2017-06-24' }, false],
    ['days to the one before', { to: '2017-06-22' }, false],
    ['days the wrong way round', { from: '2017-06-24', to: '2017-06-22' }, false],
    ['its status', { statuses: ['success'] }, true],
    ['one of two statuses', { statuses: ['failed', 'success'] }, true],
    ['another status', { statuses: ['failed'] }, false],
    ['its pad by id', { launchpads: ['87'] }, true],
    ['its pad by name', { launchpads: ['80', 'Launch Complex 39A'] }, true],
    ['another pad', { launchpads: ['80'] }, false],
    ['its rocket by id', { rockets: ['188'] }, true],
    ['its rocket by name', { rockets: ['Falcon 9 Full Thrust'] }, true],
    ['part of its rocket', { rockets: ['Falcon 9'] }, false],
    ['part of its mission in any case', { q: 'gariaSAT' }, true],
    ['another mission', { q: 'CRS' }, false],
    ['its status, but another pad', { statuses: ['success'], launchpads: ['80'] }, false],
  ])('for %s', (_name, filter, expected) => {
    expect(matches(filter)).toBe(expected);
  });

  it.each([
    ['2017-06-23T00:00:00.000Z', true],
    ['2017-06-23T23:59:59.999Z', true],
    ['2017-06-22T23:59:59.999Z', false],
    ['2017-06-24T00:00:00.000Z', false],
  ])('for a UTC day takes %s: %s', (launch_date, expected) => {
    expect(matches({ from: '2017-06-23', to: '2017-06-23' }, { launch_date })).toBe(expected);
  });

  it('takes what is asked for as text, not as a pattern', () => {
    expect(matches({ q: '.*' })).toBe(false);
    expect(matches({ q: '(v1.5)' }, { mission_name: 'Starlink 4-2 (V1.5)' })).toBe(true);
  });
});
