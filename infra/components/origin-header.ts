import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { HeldSecret } from './held-secret.ts';

/** Secrets Manager's own labels. */
const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

/** The balancer would read `*` and `?` as wildcards, and takes no more than 128 characters. */
const VALUE = /^[A-Za-z0-9]{32,128}$/;

export interface OriginHeaderArgs {
  /** Keeps the value recoverable when it is deleted. */
  isProtected: boolean;
}

/**
 * The header by which the balancer knows requests of the edge. Its value is in Secrets Manager; a new one that is
 * put there is taken over by the next update, in which the one before goes on being accepted: the edge takes minutes
 * to send the new one everywhere.
 */
export class OriginHeader extends Component {
  readonly headerName = 'X-Origin-Verify';
  /** Secret; what the edge sends. */
  readonly current: pulumi.Output<string>;
  /** Secret; what the balancer accepts: the current value and, if there was one, the previous. */
  readonly accepted: pulumi.Output<string[]>;
  readonly secretArn: pulumi.Output<string>;

  constructor(
    name: string,
    { isProtected }: OriginHeaderArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super('OriginHeader', name, opts);

    const description = 'Header by which the balancer knows requests of CloudFront';
    const { arn } = new HeldSecret(name, { description, isProtected }, this.child);

    this.accepted = this.readValues(arn);
    this.current = this.accepted.apply(([current = '']) => current);
    this.secretArn = arn;
    this.registerOutputs({ secretArn: this.secretArn });
  }

  private readValues(secretId: pulumi.Output<string>): pulumi.Output<string[]> {
    const { versions } = aws.secretsmanager.getSecretVersionsOutput({ secretId }, this.child);
    const values = versions.apply((known) => {
      const isThere = known.some(({ versionStages }) => versionStages.includes(PREVIOUS));
      const stages = isThere ? [CURRENT, PREVIOUS] : [CURRENT];
      return pulumi.all(stages.map((stage) => this.readValue(secretId, stage)));
    });
    return pulumi.secret(values);
  }

  private readValue(secretId: pulumi.Output<string>, versionStage: string): pulumi.Output<string> {
    const { secretString } = aws.secretsmanager.getSecretVersionOutput(
      { secretId, versionStage },
      this.child,
    );
    return secretString.apply((value) => {
      if (VALUE.test(value)) return value;
      throw new pulumi.RunError(
        `The ${versionStage} value of the secret ${this.name} is not 32 to 128 letters and digits`,
      );
    });
  }
}
