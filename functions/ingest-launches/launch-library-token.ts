import { SourceError } from '../../domain/launches/sources/errors.ts';
import type { ReadToken } from '../../domain/launches/sources/launch-library/client.ts';
import type { Environment } from './environment.ts';
import { SECRET_ARN } from './environment.ts';

/** Milliseconds a token is used for without being read again: what it is changed to is taken over by then. */
const KEPT_MS = 15 * 60_000;

const WAITS = { requestTimeout: 3000, connectionTimeout: 1000, throwOnRequestTimeout: true };

const cannotBeRead = (reason: string, cause?: unknown): SourceError =>
  new SourceError('launch-library', `the secret of ${SECRET_ARN} ${reason}`, { cause });

/** Most runs have no secret to read: they do not pay for the client either. */
const fetchSecret = async (arn: string): Promise<string | undefined> => {
  const { GetSecretValueCommand, SecretsManagerClient } =
    await import('@aws-sdk/client-secrets-manager');
  const client = new SecretsManagerClient({ maxAttempts: 3, requestHandler: WAITS });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    return SecretString?.trim();
  } catch (error) {
    throw cannotBeRead(`cannot be read: ${(error as Error).name}`, error);
  } finally {
    client.destroy();
  }
};

const keep = (read: () => Promise<string>, now: () => number): ReadToken => {
  let kept: { token: string; until: number } | null = null;
  return async () => {
    if (kept === null || now() >= kept.until) {
      const token = await read();
      kept = { token, until: now() + KEPT_MS };
    }
    return kept.token;
  };
};

/**
 * How the function comes by its token: from the secret that it is told of, or from its environment.
 * What was read is kept, what could not be read is asked for again.
 * @param now milliseconds, by a clock that goes forward
 * @returns a reader that throws a SourceError naming the variable when the secret is missing, empty or not readable
 */
export const tokenReader = (
  { launchLibraryToken, launchLibraryTokenSecretArn: arn }: Environment,
  now: () => number = Date.now,
): ReadToken => {
  if (arn === null) return () => Promise.resolve(launchLibraryToken);
  return keep(
    async () => (await fetchSecret(arn)) || Promise.reject(cannotBeRead('is empty')),
    now,
  );
};
