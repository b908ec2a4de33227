const WELL_FORMED = /^[\w.:-]{1,64}$/;

/** True for the id of a request that may stand in a log line as it is: short, of plain characters. */
export const isRequestId = (value: unknown): value is string =>
  typeof value === 'string' && WELL_FORMED.test(value);
