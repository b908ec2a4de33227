import { describe, expect, it } from '@jest/globals';
import { padLabels, padName } from '../../../dashboard-api/pages/overview/pad-labels.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../helpers/recorded-launches.ts';

const labelsOf = (...names: string[]): string[] => [
  ...padLabels(names.map((name, index) => ({ id: String(index), name }))).values(),
];

describe('the label of a pad', () => {
  it('is the same for both sources', () => {
    expect(labelsOf('Space Launch Complex 40')).toEqual(labelsOf('CCSFS SLC 40'));
    expect(labelsOf('KSC LC 39A')).toEqual(['LC-39A Kennedy']);
    expect(labelsOf('Omelek Island')).toEqual(['Omelek Kwajalein']);
  });

  it('is short for every recorded pad', () => {
    const launches = [...launchLibraryLaunches(), ...spacexLaunches()];
    const names = new Set(launches.map(({ launchpad_name }) => launchpad_name));
    const codes = [...names].map((name) => padName(name).code);
    expect([...new Set(codes)].sort()).toEqual(
      ['LC-39A', 'Omelek', 'Pad 1', 'Pad A', 'Pad B', 'SLC-40', 'SLC-4E'].sort(),
    );
  });

  it('of a pad not known is the code in its name, or the name', () => {
    expect(labelsOf('Space Launch Complex 10W', 'Launch Complex 1', 'Rocket Lab LC-2')).toEqual([
      'SLC-10W',
      'LC-1',
      'LC-2',
    ]);
    expect(labelsOf('Platform Phobos')).toEqual(['Platform Phobos']);
  });

  it('tells pads apart that would share it', () => {
    expect(labelsOf('Omelek Island', 'Kwajalein Atoll', 'Launch Complex 39A')).toEqual([
      'Omelek Kwajalein (Omelek Island)',
      'Omelek Kwajalein (Kwajalein Atoll)',
      'LC-39A Kennedy',
    ]);
    expect(labelsOf('Pad', 'Pad')).toEqual(['Pad (0)', 'Pad (1)']);
  });
});
