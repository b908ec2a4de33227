import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { createSecret } from '../secrets.ts';

/** Letters and digits of a value that is made up. */
const LENGTH = 64;

export interface HeldSecretArgs {
  description: string;
  /**
   * Kept encrypted in the state as well.
   * @default one made up at random, as the first: from then on it is changed in Secrets Manager
   */
  value?: pulumi.Input<string> | undefined;
  /** Whether a deleted secret can be brought back for 30 days. */
  isProtected: boolean;
}

/** One value in Secrets Manager. */
export class HeldSecret extends Component {
  /** Known once the value is there. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: HeldSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    super('HeldSecret', name, opts);

    const { description, value = this.madeUp(), isProtected } = args;
    const secret = createSecret(name, { description, isProtected }, this.child);
    const version = new aws.secretsmanager.SecretVersion(
      name,
      { secretId: secret.id, secretString: pulumi.secret(value) },
      // Each run makes another value up, which counts for nothing once there is one.
      { ...this.child, ignoreChanges: args.value === undefined ? ['secretString'] : [] },
    );

    this.arn = version.arn;
    this.registerOutputs({ arn: this.arn });
  }

  private madeUp(): pulumi.Output<string> {
    const options = { passwordLength: LENGTH, excludePunctuation: true };
    return aws.secretsmanager.getRandomPasswordOutput(options, this.child).randomPassword;
  }
}
