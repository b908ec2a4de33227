import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { LocalServer } from '../requests.ts';
import { LOOPBACK, listen, readBody, send } from '../requests.ts';
import { LocalError, complain, inOneLine } from '../terminal.ts';
import { choosePage, languageOf } from './choose-page.ts';
import { personOf } from './people.ts';

const INTERACTIONS = '/interaction/';

type Variables = Readonly<Record<string, string | undefined>>;

export interface DevelopmentIssuer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  stop: () => Promise<void>;
}

/** Anybody can be anybody here, so it must be nowhere but on a developer's machine. */
const refuseElsewhere = (variables: Variables): void => {
  const { NODE_ENV, ENVIRONMENT } = variables;
  const isElsewhere = NODE_ENV === 'production' || !['dev', undefined].includes(ENVIRONMENT);
  if (!isElsewhere) return;
  throw new LocalError(
    'The development sign-in starts neither with NODE_ENV=production nor with an ENVIRONMENT other than dev.',
  );
};

/** Says who somebody chose to be. */
const answerChoice = async (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(request);
  const person = personOf(new URLSearchParams(body?.toString('utf8')).get('id'));
  if (person === undefined) return send(response, { statusCode: 400, body: 'Nobody of that name' });
  const result = { login: { accountId: person.id } };
  await provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
};

const interact = async (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') return answerChoice(provider, request, response);
  const { uid } = await provider.interactionDetails(request, response);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  const language = languageOf(request.headers['accept-language']);
  const body = choosePage(`${INTERACTIONS}${uid}`, language);
  send(response, { statusCode: 200, headers, body });
};

/** A name that leads here from outside (DNS rebinding) is not one of this machine's. */
const isForUs = ({ headers }: IncomingMessage, { port }: LocalServer): boolean =>
  headers.host === `${LOOPBACK}:${port}`;

const handle = async (
  provider: () => Promise<Provider>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const issuer = await provider();
    if (request.url?.startsWith(INTERACTIONS)) return await interact(issuer, request, response);
    await issuer.callback()(request, response);
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    complain(`Signing in failed: ${inOneLine(error)}`);
    send(response, { statusCode: 400, body: 'Start signing in again from the dashboard.' });
  }
};

/**
 * Starts the issuer that stands in for a real one, on 127.0.0.1. The library is loaded when somebody signs
 * in: most starts do without.
 * @param origins addresses of the dashboard
 * @throws LocalError anywhere but on a developer's machine
 */
export const startDevelopmentIssuer = async (
  origins: readonly string[],
  variables: Variables,
): Promise<DevelopmentIssuer> => {
  refuseElsewhere(variables);
  let provider: Promise<Provider> | undefined;
  const load = async (): Promise<Provider> => {
    const { createProvider } = await import('./provider.ts');
    return createProvider(url, origins, INTERACTIONS);
  };
  const server = await listen((request, response) => {
    if (!isForUs(request, server)) return send(response, { statusCode: 421 });
    void handle(() => (provider ??= load()), request, response);
  });
  const url = `http://${LOOPBACK}:${server.port}`;
  return { url, stop: server.stop };
};
