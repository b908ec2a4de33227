/**
 * Measures how fast and how cheap the system is: `npm run benchmark`. Prints one table, or JSON with `--json`;
 * `--large` adds tables of a million launches, `--only <part>` leaves the others out. Exits with 1 when a figure misses
 * its goal. How each is measured: docs/performance.md.
 */
import { answers } from './benchmark/answers.ts';
import { cost } from './benchmark/cost.ts';
import { filters } from './benchmark/filters.ts';
import { ingestion, lambdaPackage } from './benchmark/ingestion.ts';
import { scale } from './benchmark/scale.ts';
import { start } from './benchmark/start.ts';
import type { Part } from './benchmark/bench.ts';
import { withBench } from './benchmark/bench.ts';
import { parseOptions } from './benchmark/options.ts';
import type { Figure } from './measuring/figures.ts';
import { reaches } from './measuring/figures.ts';
import { printFigures, tell } from './measuring/report.ts';

const PARTS: readonly Part[] = [answers, filters, start, cost, scale, ingestion, lambdaPackage];

const options = parseOptions(
  process.argv.slice(2),
  PARTS.map(({ name }) => name),
);

const figures = await withBench(options.isLarge, async (bench) => {
  const measured: Figure[] = [];
  for (const { name, measure } of PARTS.filter((part) => options.parts.includes(part.name))) {
    tell(`Measuring: ${name}`);
    measured.push(...(await measure(bench)));
  }
  return measured;
});
printFigures(figures, options.isJson);
process.exitCode = figures.every(reaches) ? 0 : 1;
