import { Injectable, Logger } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { None, allowInsecureRequests, discovery, enableNonRepudiationChecks } from 'openid-client';
import type { IssuerSettings } from '../config/auth-settings.ts';
import { Environment } from '../config/environment.ts';
import { DependencyError } from '../errors.ts';

const TIMEOUT_SECONDS = 5;
/** How long a failure stands for the next one: who asks meanwhile need not wait as well. */
const PAUSE_MS = 2000;

/** Who asks without a client of its own only reads what is public. */
const READER = 'reader';

/** Says that the issuer is needed and not there. */
export const issuerUnavailable = (cause: unknown): DependencyError =>
  new DependencyError(503, 'The issuer of tokens does not answer; try again in a few seconds.', {
    cause,
  });

const discover = (issuer: IssuerSettings): Promise<Configuration> => {
  const { url, signIn } = issuer;
  // Settings let plain HTTP through for this machine alone.
  const insecure = url.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(
    url,
    signIn?.clientId ?? READER,
    signIn?.clientSecret,
    signIn?.clientSecret === undefined ? None() : undefined,
    { timeout: TIMEOUT_SECONDS, execute: [...insecure, enableNonRepudiationChecks] },
  );
};

/** The issuer as it describes itself, read when first needed and kept; a failure is kept for a moment. */
@Injectable()
export class Issuer {
  readonly settings: IssuerSettings | undefined;
  private readonly logger = new Logger(Issuer.name);
  private found: Promise<Configuration> | undefined;

  constructor(environment: Environment) {
    this.settings = environment.auth.issuer;
  }

  /** @throws DependencyError when the issuer does not answer, or not as it should */
  describe(issuer: IssuerSettings): Promise<Configuration> {
    this.found ??= discover(issuer).catch((error: unknown) => {
      setTimeout(() => (this.found = undefined), PAUSE_MS).unref();
      throw this.unavailable(error);
    });
    return this.found;
  }

  /** The error to answer with, once it is logged. */
  unavailable(error: unknown): DependencyError {
    const { message: reason, code, cause } = error as Error & { code?: unknown };
    const why = (cause as Error | undefined)?.message;
    this.logger.error({ event: 'issuer_unavailable', reason, code, why });
    return issuerUnavailable(error);
  }
}
