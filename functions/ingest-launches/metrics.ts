import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { Counts } from './counts.ts';
import { written } from './counts.ts';
import { writeLine } from './log.ts';

const NAMESPACE = 'SpacexDashboard';
const METRICS = ['LaunchesRead', 'LaunchesWritten', 'LaunchesRejected'];

/**
 * Emits a run's metrics in CloudWatch's embedded metric format: a log line is all it takes. They are kept apart
 * by source, and by table, so that the silence of one stack is not covered by the runs of another.
 */
export const emitMetrics = (source: LaunchSource, table: string, counts: Counts): void =>
  writeLine({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [['source', 'table']],
          Metrics: METRICS.map((Name) => ({ Name, Unit: 'Count' })),
        },
      ],
    },
    source,
    table,
    LaunchesRead: counts.read,
    LaunchesWritten: written(counts),
    LaunchesRejected: counts.rejected,
  });
