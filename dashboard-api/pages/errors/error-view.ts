import type { Translate } from '../language/messages.ts';

/** What an error page says: the same for all errors of a kind, nothing of the error itself. */
export interface ErrorView {
  status: number;
  title: string;
  explanation: string;
  /** Where to try again; null where that would end the same. */
  retryHref: string | null;
}

/** Kinds of errors that have words of their own. */
const KINDS: Readonly<Record<number, string>> = {
  404: 'not_found',
  405: 'not_found',
  429: 'too_many',
  503: 'unavailable',
};

/** Errors that may be gone when somebody tries again. */
const mayPass = (status: number): boolean => status >= 500 || status === 429;

/** @param path where the error happened, as it may stand in a link of this site */
export const buildErrorView = (status: number, path: string, text: Translate): ErrorView => {
  const kind = KINDS[status] ?? (status < 500 ? 'bad_request' : 'unexpected');
  return {
    status,
    title: text(`error.${kind}.title`),
    explanation: text(`error.${kind}.explanation`),
    retryHref: mayPass(status) ? path : null,
  };
};
