import type { ParseSetting } from '../../domain/settings.ts';
import { rejectSetting } from '../../domain/settings.ts';

/** How the names of who may read are written: everybody, or whoever is signed in. */
export const READING = ['public', 'sign-in'] as const;

/** The claim of an access token that says for whom it was made; Cognito's have the client's id instead. */
export const AUDIENCE_CLAIMS = ['aud', 'client_id'] as const;

/** Signing in by browser, for people. */
export interface BrowserSignIn {
  /** OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: this site at the issuer; without a secret a public client. */
  clientId: string;
  clientSecret: string | undefined;
  /** OIDC_SCOPES: asked for at sign-in, separated by blanks. */
  scopes: string;
  /** PUBLIC_URL: origins people reach the site at; the first is for whoever came by another one. */
  origins: readonly [URL, ...URL[]];
  /** SESSION_KEY: secrets of the session cookie; the first seals, all of them open. */
  sessionSecrets: readonly [string, ...string[]];
}

/** Who vouches for people and programs. */
export interface IssuerSettings {
  /** OIDC_ISSUER: its identifier, under which it publishes its metadata. */
  url: URL;
  /** OIDC_AUDIENCE: whom a token must be for, one of these; none: no token is taken. */
  audiences: readonly string[];
  /** OIDC_AUDIENCE_CLAIM: where a token says so. */
  audienceClaim: (typeof AUDIENCE_CLAIMS)[number];
  /** OIDC_ROLES_CLAIM: the claim that lists roles; dots lead into objects. */
  rolesClaim: string;
  /** Undefined: people cannot sign in here, programs can. */
  signIn: BrowserSignIn | undefined;
}

export interface AuthSettings {
  /** AUTH_READING: who may read. */
  reading: (typeof READING)[number];
  /** Undefined: nobody can prove who they are, and what needs a role is closed. */
  issuer: IssuerSettings | undefined;
}

/** Reads one variable, or notes what is wrong with it; see {@link readEnvironment}. */
export interface ReadVariable {
  <T>(name: string, parse: ParseSetting<T>, fallback?: T): T;
}

const MIN_SECRET_LENGTH = 32;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const parseChoice =
  <T extends string>(choices: readonly T[]): ParseSetting<T> =>
  (text) =>
    choices.find((choice) => choice === text) ??
    rejectSetting(`"${text}" is not one of ${choices.join(', ')}`);

/** Over plain HTTP anybody on the way could read and answer; on one machine there is no way. */
const parseSafe: ParseSetting<URL> = (text) => {
  const url = URL.parse(text);
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  return isSafe ? url! : rejectSetting(`"${text}" is not an https address`);
};

const parseOrigin: ParseSetting<URL> = (text) => {
  const url = parseSafe(text);
  return url.href === `${url.origin}/`
    ? url
    : rejectSetting(`"${text}" is not an address without a path`);
};

/** The names and flags of cookies follow from the first: those of another protocol would not fit. */
const parseOrigins: ParseSetting<BrowserSignIn['origins']> = (text) => {
  const [first, ...others] = listOf(text).map(parseOrigin);
  if (first === undefined) return rejectSetting('names no address');
  return others.every(({ protocol }) => protocol === first.protocol)
    ? [first, ...others]
    : rejectSetting('names both http and https addresses');
};

/** What is wrong with a secret is told without the secret. */
const parseSecrets: ParseSetting<BrowserSignIn['sessionSecrets']> = (text) => {
  const secrets = listOf(text);
  return secrets.length > 0 && secrets.every(({ length }) => length >= MIN_SECRET_LENGTH)
    ? (secrets as unknown as BrowserSignIn['sessionSecrets'])
    : rejectSetting(`is not one or more secrets of at least ${MIN_SECRET_LENGTH} characters`);
};

const asIs: ParseSetting<string> = (text) => text;

const readSignIn = (read: ReadVariable, clientId: string): BrowserSignIn => ({
  clientId,
  clientSecret: read('OIDC_CLIENT_SECRET', asIs, '') || undefined,
  scopes: read('OIDC_SCOPES', asIs, 'openid profile email'),
  origins: read('PUBLIC_URL', parseOrigins),
  sessionSecrets: read('SESSION_KEY', parseSecrets),
});

const readIssuer = (read: ReadVariable, url: URL): IssuerSettings => {
  const clientId = read('OIDC_CLIENT_ID', asIs, '');
  return {
    url,
    audiences: read('OIDC_AUDIENCE', listOf, []),
    audienceClaim: read('OIDC_AUDIENCE_CLAIM', parseChoice(AUDIENCE_CLAIMS), 'aud'),
    rolesClaim: read('OIDC_ROLES_CLAIM', asIs, 'roles'),
    signIn: clientId === '' ? undefined : readSignIn(read, clientId),
  };
};

/** Reads who may do what. Without an issuer reading is public and everything that needs a role is closed. */
export const readAuthSettings = (read: ReadVariable): AuthSettings => {
  const issuer = read<URL | null>('OIDC_ISSUER', parseSafe, null);
  const parseReading: ParseSetting<AuthSettings['reading']> = (text) => {
    const reading = parseChoice(READING)(text);
    return reading === 'sign-in' && issuer === null ? rejectSetting('needs OIDC_ISSUER') : reading;
  };
  return {
    reading: read('AUTH_READING', parseReading, 'public'),
    issuer: issuer === null ? undefined : readIssuer(read, issuer),
  };
};
