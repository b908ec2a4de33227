import type * as pulumi from '@pulumi/pulumi';
import type { StackConfig } from './stack-options.ts';

/** Who vouches for people and programs, as whatever trusts it must know it. */
export interface Issuer {
  /** Identifier under which it publishes its metadata. */
  url: pulumi.Input<string>;
  /** Whom tokens must be for. */
  audience: pulumi.Input<string>;
  /** Claim that says so. */
  audienceClaim: 'aud' | 'client_id';
  /** Claim that lists roles. */
  rolesClaim: string;
  /** The dashboard at the issuer. @default people cannot sign in by browser */
  clientId: pulumi.Input<string> | undefined;
  /** @default a public client */
  clientSecret: pulumi.Input<string> | undefined;
}

/** The issuer that the stack's configuration names; undefined: one is to be made. */
export const configuredIssuer = (config: StackConfig): Issuer | undefined => {
  const { oidcIssuer, oidcAudience, oidcClientId, oidcClientSecret, oidcRolesClaim } = config;
  if (oidcIssuer === undefined) return undefined;
  return {
    url: oidcIssuer,
    audience: oidcAudience ?? '',
    audienceClaim: 'aud',
    rolesClaim: oidcRolesClaim ?? 'roles',
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
  };
};
