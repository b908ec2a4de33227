/** An error and what caused it, as fields of a log line. */
export interface ErrorFields {
  error: string;
  cause?: string;
  stack?: string;
}

/**
 * Says of an error what may be logged: its message and that of its cause, and nothing else that libraries hang on
 * them, requests with their header fields among it.
 * @param options `stack` for an error that nobody expected
 */
export const errorFields = (error: unknown, options: { stack?: boolean } = {}): ErrorFields => {
  if (!(error instanceof Error)) return { error: String(error) };
  return {
    error: error.message,
    ...(error.cause === undefined ? {} : { cause: String(error.cause) }),
    ...(options.stack === true && error.stack !== undefined ? { stack: error.stack } : {}),
  };
};
