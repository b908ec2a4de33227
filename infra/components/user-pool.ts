import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Issuer } from '../issuer.ts';

/** Group whose members may start ingestion. */
const OPERATORS = 'operator';

export interface UserPoolArgs {
  region: string;
  /** Keeps the people in it from being deleted. */
  isProtected: boolean;
  /** Address of the dashboard, where browsers come back to. */
  dashboardUrl: pulumi.Input<string>;
  /** Whether requests are so up to the balancer; without that browsers cannot sign in, and tokens alone are taken. */
  isEncrypted: boolean;
}

/** People who may sign in, kept by Cognito with their passwords; only an administrator adds one. */
export class UserPool extends Component {
  readonly poolId: pulumi.Output<string>;
  readonly clientId: pulumi.Output<string>;
  readonly issuer: Issuer;

  constructor(name: string, args: UserPoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super('UserPool', name, opts);

    const pool = this.createPool(args);
    this.createGroup(pool);
    if (args.isEncrypted) this.createDomain(pool);
    const client = this.createClient(args, pool);

    this.poolId = pool.id;
    this.clientId = client.id;
    this.issuer = {
      url: pulumi.interpolate`https://cognito-idp.${args.region}.amazonaws.com/${pool.id}`,
      audience: client.id,
      audienceClaim: 'client_id',
      rolesClaim: 'cognito:groups',
      clientId: args.isEncrypted ? client.id : undefined,
      clientSecret: undefined,
    };
    this.registerOutputs({ poolId: this.poolId, clientId: this.clientId });
  }

  private createPool({ isProtected }: UserPoolArgs): aws.cognito.UserPool {
    return new aws.cognito.UserPool(
      this.name,
      {
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        usernameAttributes: ['email'],
        autoVerifiedAttributes: ['email'],
        // Length over kinds of characters (OWASP ASVS 5.0, 6.2).
        passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 7 },
        mfaConfiguration: 'OPTIONAL',
        softwareTokenMfaConfiguration: { enabled: true },
        accountRecoverySetting: {
          recoveryMechanisms: [{ name: 'verified_email', priority: 1 }],
        },
        deletionProtection: isProtected ? 'ACTIVE' : 'INACTIVE',
      },
      { ...this.child, protect: isProtected },
    );
  }

  private createGroup(pool: aws.cognito.UserPool): void {
    new aws.cognito.UserGroup(
      this.name,
      { userPoolId: pool.id, name: OPERATORS, description: 'May start ingestion and see its runs' },
      this.child,
    );
  }

  /** Its prefix must be free in the region: the pool's own id is. */
  private createDomain(pool: aws.cognito.UserPool): void {
    const unique = pool.id.apply((id) => id.split('_').at(-1)!.toLowerCase());
    new aws.cognito.UserPoolDomain(
      this.name,
      { userPoolId: pool.id, domain: pulumi.interpolate`${this.name}-${unique}` },
      this.child,
    );
  }

  private createClient(
    { dashboardUrl, isEncrypted }: UserPoolArgs,
    pool: aws.cognito.UserPool,
  ): aws.cognito.UserPoolClient {
    return new aws.cognito.UserPoolClient(
      this.name,
      {
        userPoolId: pool.id,
        // An administrator can get a token on the command line; nobody else sends passwords here.
        explicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        preventUserExistenceErrors: 'ENABLED',
        enableTokenRevocation: true,
        accessTokenValidity: 1,
        idTokenValidity: 1,
        tokenValidityUnits: { accessToken: 'hours', idToken: 'hours' },
        ...(isEncrypted ? browserFlow(dashboardUrl) : {}),
      },
      this.child,
    );
  }
}

/** Authorization code, for a public client: the dashboard adds PKCE. */
const browserFlow = (dashboardUrl: pulumi.Input<string>) => ({
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: ['code'],
  allowedOauthScopes: ['openid', 'profile', 'email'],
  supportedIdentityProviders: ['COGNITO'],
  callbackUrls: [pulumi.interpolate`${dashboardUrl}/sign-in/callback`],
  logoutUrls: [pulumi.interpolate`${dashboardUrl}/`],
});
