import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { createSecret } from '../secrets.ts';

export interface HeldSecretArgs {
  description: string;
  /** Kept encrypted in the state as well. */
  value: pulumi.Input<string>;
  /** Whether the value is only the first one: from then on it is changed in Secrets Manager. @default false */
  isFirstOnly?: boolean;
  /** Whether a deleted secret can be brought back for 30 days. */
  isProtected: boolean;
}

/** One value in Secrets Manager. */
export class HeldSecret extends Component {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: HeldSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    super('HeldSecret', name, opts);

    const { description, value, isFirstOnly = false, isProtected } = args;
    const secret = createSecret(name, { description, isProtected }, this.child);
    const version = new aws.secretsmanager.SecretVersion(
      name,
      { secretId: secret.id, secretString: pulumi.secret(value) },
      { ...this.child, ignoreChanges: isFirstOnly ? ['secretString'] : [] },
    );

    // Of the version: whoever needs the secret needs its value to be there.
    this.arn = version.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
