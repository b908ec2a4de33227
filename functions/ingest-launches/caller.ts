import type { Claims } from '../../domain/access/operator.ts';
import { OPERATOR, namesOperator } from '../../domain/access/operator.ts';

/** Somebody called whom the issuer does not name an operator. Answered with 403. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
}

interface HttpEvent {
  headers?: Readonly<Record<string, unknown>>;
  requestContext?: { authorizer?: { jwt?: unknown } };
}

/** One token and nothing beside it; the gateway takes it without its scheme too. */
const BEARER = /^(?:bearer +)?[\w-]+\.([\w-]+)\.[\w-]+$/i;

/**
 * What the token says that an HTTP API verified. The gateway passes claims on as text, in which a list of two roles is
 * one role with a blank in it, and objects are lost; so they are read where the issuer wrote them.
 */
const claimsOf = ({ headers }: HttpEvent): Claims => {
  const [, payload] = BEARER.exec(String(headers?.['authorization'] ?? '').trim()) ?? [];
  if (payload === undefined) throw new ForbiddenError('The token cannot be read');
  try {
    return Object(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))) as Claims;
  } catch (error) {
    throw new ForbiddenError('The token cannot be read', { cause: error });
  }
};

/** Cognito's ID tokens tell the client who signed in; they are no permission to call anything. */
const isForAccess = ({ token_use }: Claims): boolean =>
  token_use === undefined || token_use === 'access';

/**
 * Makes sure that a caller who came with a token is an operator. An HTTP API has verified the token, but of
 * what it says knows scopes alone; other callers are admitted by IAM, or by nobody.
 * @param rolesClaim name of the claim that lists roles; dots lead into objects
 * @throws ForbiddenError
 */
export const requireOperator = (event: unknown, rolesClaim: string): void => {
  const call = (event ?? {}) as HttpEvent;
  if (call.requestContext?.authorizer?.jwt === undefined) return;
  const claims = claimsOf(call);
  if (!isForAccess(claims)) throw new ForbiddenError('This needs an access token');
  if (!namesOperator(claims, rolesClaim))
    throw new ForbiddenError(`This needs the role ${OPERATOR}`);
};
