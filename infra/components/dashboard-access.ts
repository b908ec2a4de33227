import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Issuer } from '../issuer.ts';
import type { StackConfig } from '../stack-options.ts';
import type { Use } from '../uses.ts';
import { HeldSecret } from './held-secret.ts';

export interface DashboardAccessArgs {
  issuer: Issuer;
  /** Who may read. @default public */
  readingAccess: StackConfig['readingAccess'];
  /** Address of the dashboard. */
  dashboardUrl: pulumi.Input<string>;
  isProtected: boolean;
}

/** Who may do what at the dashboard: the issuer it trusts, and the key that all of its tasks seal sessions with. */
export class DashboardAccess extends Component {
  readonly use: Use;

  constructor(name: string, args: DashboardAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super('DashboardAccess', name, opts);

    const { issuer, readingAccess, dashboardUrl } = args;
    const { clientId } = issuer;
    const signIn: Use['environment'] =
      clientId === undefined ? {} : { OIDC_CLIENT_ID: clientId, PUBLIC_URL: dashboardUrl };
    this.use = {
      environment: {
        AUTH_READING: readingAccess,
        OIDC_ISSUER: issuer.url,
        OIDC_AUDIENCE: issuer.audience,
        OIDC_AUDIENCE_CLAIM: issuer.audienceClaim,
        OIDC_ROLES_CLAIM: issuer.rolesClaim,
        ...signIn,
      },
      statements: [],
      secrets: clientId === undefined ? {} : this.createSecrets(args),
    };
    this.registerOutputs();
  }

  private createSecrets({ issuer, isProtected }: DashboardAccessArgs): Use['secrets'] & object {
    const key = new HeldSecret(
      `${this.name}-session`,
      {
        description: 'Seals the sessions of the dashboard: the newest key, then older ones',
        isProtected,
      },
      this.child,
    );
    const { clientSecret: value } = issuer;
    if (value === undefined) return { SESSION_KEY: key.arn };
    const description = 'What the dashboard proves itself to the issuer with';
    const client = new HeldSecret(
      `${this.name}-client`,
      { description, value, isProtected },
      this.child,
    );
    return { SESSION_KEY: key.arn, OIDC_CLIENT_SECRET: client.arn };
  }
}
