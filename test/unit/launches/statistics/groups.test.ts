import { describe, expect, it } from '@jest/globals';
import type { GroupCounts } from '../../../../domain/launches/statistics/groups.ts';
import {
  launchpadStatistics,
  rocketStatistics,
} from '../../../../domain/launches/statistics/groups.ts';
import { orbitStatistics } from '../../../../domain/launches/statistics/orbits.ts';
import { launch } from '../../../helpers/launches.ts';

const short = (groups: GroupCounts[]) => groups.map(({ id, name, total }) => [id, name, total]);
const from = (launchpad_id: string, launchpad_name: string) =>
  launch({ launchpad_id, launchpad_name });
const by = (rocket_id: string, rocket_name: string) => launch({ rocket_id, rocket_name });

describe('launches per pad', () => {
  it('come with every status, largest total first, then by name and id', () => {
    const pads = [
      from('3', 'Omelek'),
      from('2', 'Kennedy'),
      from('1', 'Omelek'),
      from('4', 'Omelek'),
      from('4', 'Omelek'),
    ];
    expect(short(launchpadStatistics(pads))).toEqual([
      ['4', 'Omelek', 2],
      ['2', 'Kennedy', 1],
      ['1', 'Omelek', 1],
      ['3', 'Omelek', 1],
    ]);
    expect(launchpadStatistics([launch({ launch_status: 'failed' })])).toEqual([
      {
        id: '87',
        name: 'Launch Complex 39A',
        success: 0,
        partial_failure: 0,
        failed: 1,
        upcoming: 0,
        unknown: 0,
        total: 1,
      },
    ]);
  });

  it('are none without launches', () => {
    expect(launchpadStatistics([])).toEqual([]);
  });
});

describe('launches per rocket', () => {
  it('take variants of one name for one rocket, whose id is then the name', () => {
    const rockets = [by('188', 'Falcon 9'), by('161', 'Falcon Heavy'), by('164', 'Falcon 9')];
    expect(short(rocketStatistics(rockets))).toEqual([
      ['Falcon 9', 'Falcon 9', 2],
      ['161', 'Falcon Heavy', 1],
    ]);
  });
});

describe('launches per orbit', () => {
  it('come largest total first, those without a recorded one last', () => {
    const orbits = ['b', null, null, 'c', 'a', 'c', null].map((orbit) => launch({ orbit }));
    expect(orbitStatistics(orbits).map(({ name, total }) => [name, total])).toEqual([
      ['c', 2],
      ['a', 1],
      ['b', 1],
      [null, 3],
    ]);
    expect(orbitStatistics([])).toEqual([]);
  });
});
