import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { Counts } from './counts.ts';
import { written } from './counts.ts';
import { log } from './log.ts';

const NAMESPACE = 'SpacexDashboard';
const COUNTS = ['LaunchesRead', 'LaunchesWritten', 'LaunchesRejected'];

const count = (Name: string) => ({ Name, Unit: 'Count' });

/**
 * Emits a run's metrics in CloudWatch's embedded metric format: a log line is all it takes. They are kept apart
 * by source, and by table, so that the silence of one stack is not covered by the runs of another.
 * @param age seconds since the source was last read whole, a run that failed included; null: it never was
 */
export const emitMetrics = (
  source: LaunchSource,
  table: string,
  counts: Counts,
  age: number | null,
): void => {
  const ages = age === null ? [] : [{ Name: 'SourceAge', Unit: 'Seconds' }];
  log('info', 'metrics', {
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [['source', 'table']],
          Metrics: [...COUNTS.map(count), ...ages],
        },
      ],
    },
    source,
    table,
    LaunchesRead: counts.read,
    LaunchesWritten: written(counts),
    LaunchesRejected: counts.rejected,
    ...(age === null ? {} : { SourceAge: age }),
  });
};
