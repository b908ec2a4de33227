/** Role of who may start ingestion over HTTP. */
const OPERATOR = 'operator';

/** Somebody called whom the issuer does not name an operator. Answered with 403. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
}

interface HttpEvent {
  requestContext?: { authorizer?: { jwt?: { claims?: Readonly<Record<string, unknown>> } } };
}

/** An HTTP API writes a claim that is a list as `[viewer operator]`. */
const wordsOf = (claim: unknown): string[] =>
  typeof claim === 'string' ? claim.split(/[\s,[\]]+/) : [];

/**
 * Makes sure that a caller who came with a token is an operator. An HTTP API has verified the token, but of
 * what it says knows scopes alone; other callers are admitted by IAM, or by nobody.
 * @param rolesClaim name of the claim that lists roles
 * @throws ForbiddenError
 */
export const requireOperator = (event: unknown, rolesClaim: string): void => {
  const { requestContext } = (event ?? {}) as HttpEvent;
  const jwt = requestContext?.authorizer?.jwt;
  if (jwt === undefined || wordsOf(jwt.claims?.[rolesClaim]).includes(OPERATOR)) return;
  throw new ForbiddenError(`This needs the role ${OPERATOR}`);
};
