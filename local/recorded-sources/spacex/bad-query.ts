/** A query the API refuses; the message is the body of its 400. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';
}
