/** The table did not answer, or refused; `cause` is what the SDK said. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(operation: string, cause: unknown) {
    super(`The launches table failed on ${operation}`, { cause });
  }
}

/** Runs one operation on the table and names it when it fails. */
export const onTable = async <T>(operation: string, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw error instanceof TableError ? error : new TableError(operation, error);
  }
};
