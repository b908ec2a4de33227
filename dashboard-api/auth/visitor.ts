import type { JWTPayload } from 'jose';
import { OPERATOR, namesOperator } from '../../domain/access/operator.ts';

/** Somebody who has proved who they are. */
export interface Visitor {
  name: string;
  /** Those of the issuer's roles that mean something here. */
  roles: readonly string[];
  /** What forms of this visitor must bring along; null for a program, which has no forms. */
  formToken: string | null;
}

export const isOperator = (visitor: Visitor | null): boolean =>
  visitor?.roles.includes(OPERATOR) ?? false;

/** The roles that claims give; see {@link namesOperator}. */
export const rolesIn = (claims: JWTPayload, name: string): string[] =>
  namesOperator(claims, name) ? [OPERATOR] : [];

/** Claims that name a person, the best first (OpenID Connect Core 5.1, and Cognito's own). */
const NAMES = ['name', 'preferred_username', 'email', 'cognito:username', 'username', 'sub'];
const MAX_NAME_LENGTH = 100;

/** What somebody is called; their id at the issuer when it tells nothing better. */
export const nameIn = (claims: JWTPayload): string =>
  NAMES.map((name) => claims[name])
    .find((value): value is string => typeof value === 'string' && value !== '')
    ?.slice(0, MAX_NAME_LENGTH) ?? '';
