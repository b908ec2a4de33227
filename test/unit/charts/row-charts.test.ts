import { describe, expect, it } from '@jest/globals';
import { groupChart } from '../../../views/assets/charts/group-chart.ts';
import { rowsHeight } from '../../../views/assets/charts/row-chart.ts';
import { statusChart } from '../../../views/assets/charts/status-chart.ts';
import { contextOf, counts, partOf } from './sample-page.ts';

const pads = [
  { id: '80', label: 'SLC-40 Cape Canaveral', ...counts({ success: 98, failed: 1 }) },
  { id: '16', label: 'SLC-4E Vandenberg', ...counts({ success: 27, unknown: 1, upcoming: 2 }) },
];
const rate = (some: Parameters<typeof counts>[0], rate_text: string) => ({
  ...counts(some),
  success_rate: 0.5,
  rate_text,
});
const all = rate({ success: 181, failed: 5, upcoming: 18, unknown: 1 }, '97.3%');
const rockets = [
  { id: '1', label: 'Falcon 9', ...rate({ success: 176, failed: 2, unknown: 1 }, '98.9%') },
  { id: '2', label: 'Starship', ...rate({ upcoming: 1 }, '–') },
  { id: '3', label: 'Falcon 1', ...rate({ success: 2, failed: 3 }, '40%') },
];

type Options = ReturnType<typeof groupChart>;
const labelsOf = ({ xaxis }: Options): string[] => xaxis?.categories as string[];
const endsOf = ({ plotOptions }: Options): (string | undefined)[] =>
  [0, 1, 2].map((dataPointIndex) =>
    plotOptions?.bar?.dataLabels?.total?.formatter?.('0', { dataPointIndex }),
  );
const tooltipOf = ({ tooltip }: Options, dataPointIndex: number): string =>
  (tooltip?.custom as (at: { dataPointIndex: number }) => string)({ dataPointIndex });

describe('the chart of pads, rockets or orbits', () => {
  const options = groupChart(contextOf({}), pads, ({ id }) => ({ launchpad: id }));

  it('has a row each, by name, with its total at the end', () => {
    expect(labelsOf(options)).toEqual(['SLC-40 Cape Canaveral', 'SLC-4E Vandenberg']);
    expect(endsOf(options).slice(0, 2)).toEqual(['99', '30']);
    expect(options.series).toEqual([
      { name: 'Failed', data: [1, 0] },
      { name: 'Success', data: [98, 27] },
      { name: 'Upcoming', data: [0, 2] },
      { name: 'Unknown', data: [0, 1] },
    ]);
  });

  it('is as high as its rows', () => {
    expect(options.chart?.height).toBe(2 * 34 + 12);
    expect(rowsHeight(7, 34)).toBe(250);
  });

  it('filters by what a row is of, unless it is of several or none', () => {
    expect([partOf(options, 1), partOf(options, 2)]).toEqual([{ launchpad: '16' }, null]);
    const others = { ...pads[0]!, id: '', label: '3 others' };
    const all = groupChart(contextOf({}), [others], () => ({ launchpad: 'x' }));
    expect(partOf(all, 0)).toBeNull();
  });

  it('says what a row holds', () => {
    expect(tooltipOf(options, 1)).toContain('SLC-4E Vandenberg · 30');
    expect(tooltipOf(options, 1)).toContain('Unknown</th><td>1<');
  });
});

describe('the chart of outcomes by rocket', () => {
  const options = statusChart(contextOf({ all, rockets }));

  it('has all rockets first and leaves out those without a known outcome', () => {
    expect(labelsOf(options)).toEqual(['All rockets · 186', 'Falcon 9 · 178', 'Falcon 1 · 5']);
    expect(options.chart).toMatchObject({ stackType: '100%', height: 3 * 40 + 12 });
  });

  it('counts known outcomes alone and prints the rate at the end', () => {
    expect(options.series).toEqual([
      { name: 'Failed', data: [5, 2, 3] },
      { name: 'Success', data: [181, 176, 2] },
    ]);
    expect(endsOf(options)).toEqual(['97.3%', '98.9%', '40%']);
  });

  it('filters by the rocket of a row, and by the outcome of a part', () => {
    expect(partOf(options, 2)).toEqual({ rocket: 'Falcon 1' });
    expect(partOf(options, 2, 0)).toEqual({ rocket: 'Falcon 1', status: 'failed' });
    expect(partOf(options, 0, 1)).toEqual({ status: 'success' });
    expect(partOf(options, 0)).toBeNull();
  });

  it('says numbers and rate of a row', () => {
    const html = tooltipOf(options, 1);
    expect(html).toContain('Falcon 9 · 178');
    expect(html).toContain('Success rate</th><td>98.9%<');
    expect(html).not.toContain('Unknown');
  });
});
