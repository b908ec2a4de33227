import { describe, expect, it } from '@jest/globals';
import { tableGone } from '../../performance/chaos/table-gone.ts';

/** Until it is seen that the table is gone, and that it is back, on however slow a machine. */
const PATIENCE = 60;

describe('a table that is gone under load', () => {
  it.each(['refusing', 'hanging'] as const)(
    '%s: what was read is answered and marked, nothing piles up, and it comes back',
    async (mode) => {
      const result = await tableGone({ mode, seconds: 5, patience: PATIENCE, connections: 8 });
      expect(result).toMatchObject({ holds: true, details: { stale_after: expect.any(Number) } });
    },
    180_000,
  );
});
