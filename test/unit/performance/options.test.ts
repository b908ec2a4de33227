import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '../../performance/benchmark/options.ts';

const KNOWN = ['answers', 'scale', 'start'];

describe('the options of the benchmark', () => {
  it('are everything in its usual size, as a table, when nothing is said', () => {
    expect(parseOptions([], KNOWN)).toEqual({ isLarge: false, isJson: false, parts: KNOWN });
  });

  it('take some parts, in the order they are always in', () => {
    const options = parseOptions(['--only', 'start', '--json', '--only', 'answers'], KNOWN);
    expect(options).toEqual({ isLarge: false, isJson: true, parts: ['answers', 'start'] });
  });

  it('refuse what there is not, by name', () => {
    expect(() => parseOptions(['--only', 'pages'], KNOWN)).toThrow(/pages.*answers, scale, start/);
    expect(() => parseOptions(['--huge'], KNOWN)).toThrow(/--huge/);
  });
});
