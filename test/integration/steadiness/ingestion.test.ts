import { describe, expect, it } from '@jest/globals';
import { failingSources } from '../../performance/chaos/failing-sources.ts';
import { killedIngestion } from '../../performance/chaos/killed-ingestion.ts';
import { malformedDocuments } from '../../performance/chaos/malformed-documents.ts';
import { overlappingIngestions } from '../../performance/chaos/overlapping-ingestions.ts';
import type { ChaosResult } from '../../performance/chaos/scenario.ts';

// Each starts processes of its own; a busy machine takes its time with that.
const TIMEOUT_MS = 180_000;

const hold = (result: ChaosResult) => expect(result).toMatchObject({ holds: true });

describe('the ingestion', () => {
  it(
    'killed at any moment and run once more leaves the table of an undisturbed run',
    async () => hold(await killedIngestion({ points: 4, seed: 1957, copies: 1 })),
    TIMEOUT_MS,
  );

  it(
    'of overlapping windows at once leaves the table of one after the other',
    async () => hold(await overlappingIngestions({ rounds: 1, seed: 1957 })),
    TIMEOUT_MS,
  );

  it(
    'loses nothing to sources that fail, and counts right',
    async () => hold(await failingSources({ plans: 4, seed: 1957 })),
    TIMEOUT_MS,
  );

  it(
    'stores damaged documents right or rejects them with a reason',
    async () => hold(await malformedDocuments({ documents: 200, seed: 1969 })),
    TIMEOUT_MS,
  );
});
