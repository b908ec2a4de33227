import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { Counts } from './counts.ts';
import { written } from './counts.ts';
import { writeLine } from './log.ts';

const NAMESPACE = 'SpacexDashboard';
const METRICS = ['LaunchesRead', 'LaunchesWritten', 'LaunchesRejected'];

/** Emits a run's metrics per source, in CloudWatch's embedded metric format: a log line is all it takes. */
export const emitMetrics = (source: LaunchSource, counts: Counts): void =>
  writeLine({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [['source']],
          Metrics: METRICS.map((Name) => ({ Name, Unit: 'Count' })),
        },
      ],
    },
    source,
    LaunchesRead: counts.read,
    LaunchesWritten: written(counts),
    LaunchesRejected: counts.rejected,
  });
