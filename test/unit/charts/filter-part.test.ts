import { describe, expect, it } from '@jest/globals';
import { toggledHref } from '../../../views/assets/charts/filter-part.ts';

const JUNE = { from: '2017-06-01', to: '2017-06-30' };

describe('the address of the page filtered by a part of it', () => {
  it.each([
    ['/', JUNE, '/?from=2017-06-01&to=2017-06-30'],
    ['/?status=failed', { launchpad: '80' }, '/?status=failed&launchpad=80'],
    ['/?status=failed&status=success', { status: 'failed' }, '/?status=failed'],
    [
      '/?rocket=Falcon+9',
      { rocket: 'Falcon 1', status: 'failed' },
      '/?rocket=Falcon+1&status=failed',
    ],
  ])('%s and %j is %s', (href, part, expected) => {
    expect(toggledHref(href, part)).toBe(expected);
  });

  it('is the one without it where it is what filters', () => {
    expect(toggledHref('/?from=2017-06-01&to=2017-06-30&q=a', JUNE)).toBe('/?q=a');
    expect(toggledHref('/?rocket=Falcon+9&status=failed', { rocket: 'Falcon 9' })).toBe(
      '/?status=failed',
    );
    expect(toggledHref('/?launchpad=80', { launchpad: '80' })).toBe('/');
  });

  it('cuts a bar at the edge to the days asked for', () => {
    const quarter = { from: '2017-04-01', to: '2017-06-30' };
    expect(toggledHref('/?from=2017-05-10&to=2018-01-01', quarter)).toBe(
      '/?from=2017-05-10&to=2017-06-30',
    );
    expect(toggledHref('/?from=2017-05-10', { from: '2017-07-01', to: '2017-09-30' })).toBe(
      '/?from=2017-07-01&to=2017-09-30',
    );
    expect(toggledHref('/?to=2017-06-15', quarter)).toBe('/?to=2017-06-15&from=2017-04-01');
  });
});
