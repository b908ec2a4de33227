import { signInLink } from '../../auth/sign-in/links.ts';
import type { Translate } from '../language/messages.ts';

/** What an error page says: the same for all errors of a kind, nothing of the error itself. */
export interface ErrorView {
  status: number;
  title: string;
  explanation: string;
  /** Where to try again; null where that would end the same. */
  retryHref: string | null;
  /** Where to sign in, when that is what is missing. */
  signInHref: string | null;
}

/** Kinds of errors that have words of their own. */
const KINDS: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  429: 'too_many',
  503: 'unavailable',
};

/** Errors that may be gone when somebody tries again. */
const mayPass = (status: number): boolean => status >= 500 || status === 429;

/** While somebody signs in, other things are missing. */
const SIGN_IN_KINDS: Readonly<Record<number, string>> = {
  400: 'sign_in_failed',
  503: 'sign_in_unavailable',
};

const kindOf = (status: number, path: string): string => {
  const kinds = path.startsWith('/sign-in') ? { ...KINDS, ...SIGN_IN_KINDS } : KINDS;
  return kinds[status] ?? (status < 500 ? 'bad_request' : 'unexpected');
};

/** Where the sign-in that is missing begins: one that failed begins again from its start. */
const signInFor = (kind: string, path: string, canSignIn: boolean): string | null => {
  if (!canSignIn) return null;
  if (kind === 'sign_in_failed') return signInLink('/');
  return kind === 'unauthorized' ? signInLink(path) : null;
};

/**
 * @param path where the error happened, as it may stand in a link of this site
 * @param canSignIn whether people can sign in here at all
 */
export const buildErrorView = (
  status: number,
  path: string,
  text: Translate,
  canSignIn = false,
): ErrorView => {
  const kind = kindOf(status, path);
  return {
    status,
    title: text(`error.${kind}.title`),
    explanation: text(`error.${kind}.explanation`),
    retryHref: mayPass(status) ? path : null,
    signInHref: signInFor(kind, path, canSignIn),
  };
};
