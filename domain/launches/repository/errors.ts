import { SpanKind } from '@opentelemetry/api';
import { traced } from '../../telemetry/tracing.ts';

/** The table did not answer, or refused; `cause` is what the SDK said. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(operation: string, cause: unknown) {
    super(`The launches table failed on ${operation}`, { cause });
  }
}

/** Names the operation when what is done for it fails. */
export const asTableError = async <T>(operation: string, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw error instanceof TableError ? error : new TableError(operation, error);
  }
};

const THROTTLING = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
];

/** True for what the SDK throws when the table took nothing of a request because it is busy. */
export const isThrottling = (error: unknown): boolean =>
  error instanceof Error && THROTTLING.includes(error.name);

const spanOf = (operation: string) => ({
  kind: SpanKind.CLIENT,
  attributes: { 'db.system.name': 'aws.dynamodb', 'db.operation.name': operation },
});

/**
 * Runs one operation on the table, in a span, and names it when it fails.
 * @param count of the items it is about, where that is known
 */
export const onTable = <T>(operation: string, run: () => Promise<T>, count?: number): Promise<T> =>
  traced(`DynamoDB ${operation}`, spanOf(operation), (span) => {
    if (count !== undefined) span.setAttribute('db.operation.batch.size', count);
    return asTableError(operation, run);
  });
