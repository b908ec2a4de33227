import { describe, expect, it } from '@jest/globals';
import { isLaunchSource, sourceYear } from '../../../domain/launches/keys.ts';

describe('keys', () => {
  it('a source and a year are one partition of the date index', () => {
    expect(sourceYear('spacex', '2017')).toBe('spacex#2017');
  });

  it.each<[unknown, boolean]>([
    ['spacex', true],
    ['launch-library', true],
    ['SpaceX', false],
    ['', false],
    [null, false],
  ])('%j is a source: %s', (value, expected) => {
    expect(isLaunchSource(value)).toBe(expected);
  });
});
