/**
 * Holds half of the dashboard's top rate for ten minutes: `npm run soak`, another time with `-- --minutes <n>`, JSON with
 * `--json`. Exits with 1 when anything but an answer came, or when the memory grew: it is read every five seconds, and the
 * straight line of least squares through all readings after the first minute may rise by 2 MB a minute at most.
 */
import { parseArgs } from 'node:util';
import { withBench } from './benchmark/bench.ts';
import type { Figure } from './measuring/figures.ts';
import { reaches } from './measuring/figures.ts';
import { printFigures, tell } from './measuring/report.ts';
import { slope } from './measuring/samples.ts';
import type { SoakResult } from './soak/soak.ts';
import { soak } from './soak/soak.ts';

const MINUTE = 60;
/** Ten times less than a kilobyte kept of each request would make it. */
const MOST_GROWTH_MB = 2;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});
const minutes = Number(options.minutes);
if (!(minutes >= 2))
  throw new Error(`--minutes ${options.minutes}: at least 2, the first does not count`);

const figuresOf = ({ topRate, load, errors, notModified, memory }: SoakResult): Figure[] => {
  const counted = memory.filter(({ at }) => at >= MINUTE);
  const values = counted.map(({ value }) => value);
  return [
    { what: 'errors', value: errors, unit: '', goal: { most: 0 } },
    {
      what: 'growth of memory after the first minute',
      value: slope(counted) * MINUTE,
      unit: 'MB/min',
      goal: { most: MOST_GROWTH_MB },
    },
    {
      what: 'memory after the first minute: least',
      value: Math.min(...values),
      unit: 'MB',
      goal: null,
    },
    {
      what: 'memory after the first minute: most',
      value: Math.max(...values),
      unit: 'MB',
      goal: null,
    },
    { what: 'answers', value: load.answers, unit: '', goal: null },
    { what: 'of them 304', value: notModified, unit: '', goal: null },
    { what: 'top rate', value: topRate, unit: '1/s', goal: null },
    { what: 'rate held', value: load.rate, unit: '1/s', goal: null },
    { what: 'p99', value: load.p99, unit: 'ms', goal: null },
  ];
};

const result = await withBench(false, (bench) => {
  tell(`Half of the top rate for ${minutes} minutes`);
  return soak(bench, { top: 10, seconds: minutes * MINUTE, share: 0.5, sample: 5, change: 30 });
});
const figures = figuresOf(result);
printFigures(figures, options.json);
process.exitCode = figures.every(reaches) ? 0 : 1;
