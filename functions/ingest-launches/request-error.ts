/** The caller asked for something that cannot be done; the message names the field. Answered with 400. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
