import { describe, expect, it } from '@jest/globals';
import { outcomeFills } from '../../../views/assets/charts/outcomes.ts';
import { sharePatterns } from '../../../views/assets/charts/shared-patterns.ts';
import { palette } from './sample-page.ts';

const series = (['failed', 'partial_failure', 'success', 'unknown'] as const).map((outcome) => ({
  outcome,
  name: outcome,
  data: [1],
}));

describe('shared patterns', () => {
  it('stand for those of the options, one a series, and leave plain fills as they are', () => {
    const { options } = sharePatterns(outcomeFills(series, palette), 'pattern-7');
    expect(options.colors).toEqual([
      palette.failed,
      'url(#pattern-7-1)',
      palette.success,
      'url(#pattern-7-3)',
    ]);
    expect(options.fill).toMatchObject({ type: 'solid', opacity: 1 });
  });

  it('are none where the options fill everything alike', () => {
    const area = { colors: [palette.success], fill: { type: 'solid', opacity: 0.12 } };
    expect(sharePatterns(area, 'pattern-8').options).toEqual(area);
  });
});
