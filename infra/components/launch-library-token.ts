import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow } from '../iam.ts';
import { createSecret } from '../secrets.ts';

export interface LaunchLibraryTokenArgs {
  /** Keeps the token recoverable when it is deleted. */
  isProtected: boolean;
}

/**
 * Where the token of Launch Library is kept. Its value is put there by hand and is nowhere else: neither in
 * Pulumi's configuration and state nor in the environment of the function.
 */
export class LaunchLibraryToken extends Component {
  readonly arn: pulumi.Output<string>;
  /** What a program needs to read it. */
  readonly environment: Record<string, pulumi.Output<string>>;
  readonly statements: Statement[];

  constructor(
    name: string,
    { isProtected }: LaunchLibraryTokenArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super('LaunchLibraryToken', name, opts);

    const description = 'Token of Launch Library, put here by hand';
    const { arn } = createSecret(name, { description, isProtected }, this.child);

    this.arn = arn;
    this.environment = { LAUNCH_LIBRARY_TOKEN_SECRET_ARN: arn };
    this.statements = [allow(['secretsmanager:GetSecretValue'], arn)];
    this.registerOutputs({ arn });
  }
}
