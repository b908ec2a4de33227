import { signInLink } from '../../auth/sign-in/links.ts';
import type { Visitor } from '../../auth/visitor.ts';
import { isOperator } from '../../auth/visitor.ts';

/** Where operators see runs and start them. */
export const OPERATIONS_PATH = '/operations';

/** What the header says of who is signed in: an address to sign in at, or a name. */
export interface AccountView {
  signInHref: string | null;
  name: string;
  formToken: string | null;
}

/** The header's way to the operations. */
export interface OperationsLink {
  href: string;
  isCurrent: boolean;
}

/**
 * @param visitor null: nobody is signed in; undefined: nobody can
 * @param returnTo path and query of the page, to come back to
 */
export const buildAccount = (
  visitor: Visitor | null | undefined,
  returnTo: string,
): AccountView | null => {
  if (visitor === undefined) return null;
  if (visitor === null) return { signInHref: signInLink(returnTo), name: '', formToken: null };
  return { signInHref: null, name: visitor.name, formToken: visitor.formToken };
};

/** Null for everybody but operators. */
export const operationsLink = (
  visitor: Visitor | null | undefined,
  returnTo: string,
): OperationsLink | null =>
  isOperator(visitor ?? null)
    ? { href: OPERATIONS_PATH, isCurrent: returnTo === OPERATIONS_PATH }
    : null;
