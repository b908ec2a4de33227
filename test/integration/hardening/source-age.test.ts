import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { call, startIngestionFixture, storedState } from '../../helpers/ingestion.ts';

interface MetricLine {
  _aws: {
    CloudWatchMetrics: { Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }[];
  };
  SourceAge?: number;
  source: string;
  table: string;
}

let fixture: IngestionFixture;
beforeAll(async () => {
  fixture = await startIngestionFixture();
});
afterEach(() => fixture.spacex.setFaults([]));
afterAll(() => fixture.stop());

/** The metrics that a call emits. */
const metricsOf = async (run: () => Promise<unknown>): Promise<MetricLine> => {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  await run();
  spy.mockRestore();
  const lines = written
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes('"_aws"'));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as MetricLine;
};

const names = ({ _aws }: MetricLine): string[] =>
  _aws.CloudWatchMetrics[0]!.Metrics.map(({ Name }) => Name);

const refresh = { schedule: true, source: 'spacex' };

describe('the age of a source', () => {
  it('is nothing while it was never read whole, and starts at its first reading', async () => {
    const { ingestion, tableName } = await fixture.fresh({ now: '2022-06-01T00:00:00.000Z' });
    fixture.spacex.setFaults([{ status: 500 }]);
    const failed = await metricsOf(() => call(ingestion, refresh).catch(() => undefined));
    expect(names(failed)).not.toContain('SourceAge');
    expect(failed).not.toHaveProperty('SourceAge');
    fixture.spacex.setFaults([]);
    const read = await metricsOf(() => call(ingestion, refresh));
    expect(read).toMatchObject({
      source: 'spacex',
      table: tableName,
      SourceAge: expect.any(Number),
    });
    expect(read.SourceAge).toBeLessThan(60);
    expect(read._aws.CloudWatchMetrics[0]).toMatchObject({
      Dimensions: [['source', 'table']],
      Metrics: expect.arrayContaining([{ Name: 'SourceAge', Unit: 'Seconds' }]),
    });
  });

  it('grows with each run that fails, and with one that reads no more than a part', async () => {
    const first = await fixture.fresh({ now: '2022-06-01T00:00:00.000Z' });
    await call(first.ingestion, refresh);
    const later = await fixture.fresh({
      tableName: first.tableName,
      now: '2022-06-02T12:00:00.000Z',
    });
    fixture.spacex.setFaults([{ status: 500 }]);
    const failed = await metricsOf(() => call(later.ingestion, refresh).catch(() => undefined));
    fixture.spacex.setFaults([]);
    const part = { source: 'spacex', from: '2017-01-01', to: '2017-01-31' };
    const partial = await metricsOf(() => call(later.ingestion, part));
    for (const { SourceAge } of [failed, partial]) {
      expect(SourceAge).toBeGreaterThanOrEqual(36 * 3600);
      expect(SourceAge).toBeLessThan(36 * 3600 + 120);
    }
    expect((await metricsOf(() => call(later.ingestion, refresh))).SourceAge).toBeLessThan(60);
    const state = await storedState(first.table, 'spacex');
    expect(state!.last_success_at).toMatch(/^2022-06-02T12:/);
  });
});
