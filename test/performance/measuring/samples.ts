import { setTimeout as sleep } from 'node:timers/promises';

/** A value at an instant, in seconds since the first of its samples. */
export interface Sample {
  at: number;
  value: number;
}

/** Reads a value again and again while something runs. */
export interface Sampling {
  samples: readonly Sample[];
  /** Ends it after a last reading. @throws what reading threw */
  end: () => Promise<void>;
}

/** @param seconds between two readings */
export const sampling = (read: () => Promise<number>, seconds: number): Sampling => {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const ending = new AbortController();
  const take = async () => {
    const at = (performance.now() - startedAt) / 1000;
    samples.push({ at, value: await read() });
  };
  const run = async () => {
    while (!ending.signal.aborted) {
      await take();
      // Ends early when it is told to.
      await sleep(seconds * 1000, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    await take();
  };
  const running = run();
  running.catch(() => undefined);
  return {
    samples,
    end: () => {
      ending.abort();
      return running;
    },
  };
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much a value grows a second: the slope of the straight line of least squares through at least two samples. */
export const slope = (samples: readonly Sample[]): number => {
  const at = mean(samples.map((sample) => sample.at));
  const value = mean(samples.map((sample) => sample.value));
  const covariance = mean(samples.map((sample) => (sample.at - at) * (sample.value - value)));
  return covariance / mean(samples.map((sample) => (sample.at - at) ** 2));
};

/**
 * How much a value grew from the second quarter of at least four samples to the last one, by their means: in the first
 * quarter a process warms up.
 */
export const growth = (samples: readonly Sample[]): number => {
  const quarter = Math.floor(samples.length / 4);
  const values = samples.map(({ value }) => value);
  return mean(values.slice(-quarter)) - mean(values.slice(quarter, 2 * quarter));
};
