import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { obstacleToDynamoDBLocal, startDynamoDBLocal } from './dynamodb-local.ts';
import type { TestDynamoDB } from './embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from './embedded-dynamodb.ts';

const START_TIMEOUT_MS = 60_000;

const KINDS = [
  { name: 'the embedded table', start: startEmbeddedDynamoDB, obstacle: () => null },
  { name: 'DynamoDB Local', start: startDynamoDBLocal, obstacle: obstacleToDynamoDBLocal },
] as const;

type KindOfTable = (typeof KINDS)[number]['name'];

/**
 * Runs the same tests on each kind of DynamoDB that this machine can run. One it cannot run shows as a
 * skipped test with the reason.
 * @param define the tests; `db` gives the DynamoDB once they run
 */
export const onEveryTable = (define: (db: () => TestDynamoDB, kind: KindOfTable) => void): void => {
  for (const { name, start, obstacle } of KINDS) {
    const reason = obstacle();
    if (reason !== null) {
      process.stderr.write(`Not tested on ${name}: ${reason}.\n`);
      it.skip(`on ${name}: ${reason}`, () => undefined);
      continue;
    }
    describe(`on ${name}`, () => {
      let db: TestDynamoDB;
      beforeAll(async () => {
        db = await start();
      }, START_TIMEOUT_MS);
      afterAll(() => db.stop());
      define(() => db, name);
    });
  }
};
