import { expect, it } from '@jest/globals';
import { describeInBrowser } from '../helpers/browser/index.ts';
import {
  barHeights,
  drawAll,
  drawnTexts,
  pageData,
  tableHeads,
  tableRows,
  tooltipAt,
} from './reading.ts';
import { useSite } from './site-pages.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describeInBrowser('the charts of groups, years and boosters', () => {
  const openPage = useSite();

  it('print the totals of pads and rockets and the rates of the rockets as their tables do', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    for (const chart of ['pads', 'rockets', 'status'] as const) {
      const rows = await tableRows(page, chart);
      const ends = await drawnTexts(page, chart, '.apexcharts-bar-series > g > text');
      expect(ends).toEqual(rows.map((row) => row.at(-1)));
    }
    const { pads, rockets, all } = await pageData(page);
    expect(await drawnTexts(page, 'pads', '.apexcharts-yaxis-label tspan')).toEqual(
      pads.map(({ label }) => label.replaceAll('\u00a0', ' ')),
    );
    expect(await drawnTexts(page, 'status', '.apexcharts-yaxis-label tspan')).toEqual(
      [{ ...all, label: 'All rockets' }, ...rockets].map(
        ({ label, total }) => `${label.replaceAll('\u00a0', ' ')} · ${total}`,
      ),
    );
  });

  it('draw the smallest orbits as one, with all of them in the table', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    const ends = await drawnTexts(page, 'orbits', '.apexcharts-bar-series > g > text');
    const rows = await tableRows(page, 'orbits');
    expect(ends).toEqual(['440', '40', '30', '18', '15', '13', '25', '93']);
    expect(rows).toHaveLength(15);
    expect(sum(rows.map((row) => Number(row.at(-1))))).toBe(sum(ends.map(Number)));
    const labels = await drawnTexts(page, 'orbits', '.apexcharts-yaxis-label tspan');
    expect(labels.slice(-2)).toEqual(['8 others', 'Not recorded']);
  });

  it('write into the heat map what its table says, the newest year on top', async () => {
    const { page } = await openPage('/?source=spacex');
    await drawAll(page);
    const rows = await tableRows(page, 'heat');
    const cells = page.locator('[data-chart=heat] .apexcharts-heatmap-rect');
    expect(await cells.count()).toBe(rows.length * 13);
    const years = await drawnTexts(page, 'heat', '.apexcharts-yaxis-label tspan');
    expect(years.filter(Boolean)).toEqual(rows.map(([year]) => year));
    const texts = await drawnTexts(page, 'heat', '.apexcharts-data-labels text');
    const numbers = rows.flatMap((row) => row.slice(1, -1)).filter((cell) => /[1-9]/.test(cell));
    const totals = rows.map((row) => row.at(-1) ?? '');
    expect(texts.filter(Boolean).sort()).toEqual([...numbers, ...totals].sort());
    expect(sum(totals.map(Number))).toBe(187);
  });

  it('shade a month by its number, whatever the filter, and tell what fell short', async () => {
    const { page } = await openPage('/?from=2025-01-01&to=2025-12-31');
    await drawAll(page);
    const cellOf = (value: number) =>
      page.locator(`[data-chart=heat] .apexcharts-heatmap-rect[val="${value}"]`).first();
    expect(await cellOf(17).getAttribute('fill')).toBe('#1d4e85');
    expect(await cellOf(13).getAttribute('fill')).toBe('#3a76b4');
    await cellOf(17).hover();
    expect(await tooltipAt(page, 'heat', 4.5 / 13, 0.5)).toEqual([
      'May 2025 · 17',
      '× Starship Flight 9',
    ]);
  });

  it('drop the totals of the heat map on phones, where months are initials', async () => {
    const { page } = await openPage('/', { viewport: { width: 390, height: 844 } });
    await drawAll(page);
    const names = await drawnTexts(page, 'heat', '.apexcharts-xaxis-label tspan');
    expect(names.map((name) => name.replaceAll('\u200b', '')).join('')).toBe('JFMAMJJASOND');
    expect(await page.locator('[data-chart=heat] .apexcharts-heatmap-rect').count()).toBe(21 * 12);
  });

  it('draw landings and reflights as their table says', async () => {
    const { page, complaints } = await openPage('/?source=spacex');
    await drawAll(page);
    const rows = (await tableRows(page, 'boosters')).toReversed();
    const heads = await tableHeads(page, 'boosters');
    const columnOf = (head: string) => rows.map((row) => Number(row[heads.indexOf(head)]));
    expect(sum(columnOf('Landed'))).toBe(149);
    const heights = await barHeights(page, 'boosters');
    const drawn = heights.filter((bars) => bars.length > 0);
    const tallest = Math.max(...drawn.flat());
    const most = Math.max(...columnOf('Landed'));
    ['Lost', 'Landed', 'Not recorded'].forEach((head, series) => {
      const counts = (drawn[series] ?? []).map((height) => Math.round((height / tallest) * most));
      expect(counts).toEqual(columnOf(head).slice(-counts.length - 2, -2));
    });
    // Points beside gaps get a marker without a size too.
    const dots = await page
      .locator('[data-chart=boosters] .apexcharts-line-series .apexcharts-marker')
      .evaluateAll(
        (all) => all.filter((dot) => Number(dot.getAttribute('default-marker-size')) > 1).length,
      );
    expect(dots).toBe(columnOf('Reflights').filter(Boolean).length);
    await page.click('[data-chart=boosters] [data-option=year]');
    await page.getByRole('heading', { name: 'Booster landings per year' }).waitFor();
    const lines = await tooltipAt(page, 'boosters', 0.95, 0.9);
    expect(lines[0]).toBe('2022');
    expect(complaints).toEqual([]);
  });

  it('shade months without records instead of drawing none landed', async () => {
    const { page } = await openPage('about:blank');
    await page.route('**/?source=spacex', async (route) => {
      const response = await route.fetch();
      const [before, json, after] = (await response.text()).split(
        /(?<=id="page-data">)(.*?)(?=<\/script>)/s,
      ) as [string, string, string];
      const data = JSON.parse(json) as Awaited<ReturnType<typeof pageData>>;
      data.boosters.months = data.boosters.months.map((month) =>
        month.month < '2022-01'
          ? month
          : {
              ...month,
              flights: 0,
              reflights: 0,
              landing_attempts: 0,
              landings: 0,
              launches_without_record: month.flights,
            },
      );
      await route.fulfill({ response, body: before + JSON.stringify(data) + after });
    });
    await page.goto('/?source=spacex');
    await drawAll(page);
    const shade = page.locator('[data-chart=boosters] .apexcharts-annotation-rect');
    expect(await shade.count()).toBe(1);
    const [box, grid] = await Promise.all([
      shade.boundingBox(),
      page.locator('[data-chart=boosters] .apexcharts-grid').boundingBox(),
    ]);
    if (!box || !grid) throw new Error('nothing shaded');
    expect((box.width / grid.width) * 110).toBeCloseTo(10, 0);
    expect(await drawnTexts(page, 'boosters', '.apexcharts-xaxis-annotation-label')).toEqual([
      'No records',
    ]);
    expect(await tooltipAt(page, 'boosters', 0.97, 0.9)).toEqual([
      'Jul 2022 · No records',
      'Launches without record 6',
    ]);
  });

  it('lead to the source that has records where this one has none', async () => {
    const { page } = await openPage('/');
    await page.locator('[data-chart=boosters] a').click();
    await page.waitForURL(/source=spacex/);
    expect(await page.locator('[data-chart=boosters] [data-plot]').count()).toBe(1);
  });
});
