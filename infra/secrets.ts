import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';

/** Days in which a secret that was deleted by mistake can be had back: the most and the least there are. */
const RECOVERY_DAYS = { protected: 30, disposable: 0 };

export interface SecretArgs {
  description: string;
  /** Keeps a deleted secret recoverable for 30 days. */
  isProtected: boolean;
}

/** A secret without a value: who puts one there is said by who makes it. */
export const createSecret = (
  name: string,
  { description, isProtected }: SecretArgs,
  opts: pulumi.CustomResourceOptions,
): aws.secretsmanager.Secret =>
  new aws.secretsmanager.Secret(
    name,
    {
      description,
      recoveryWindowInDays: RECOVERY_DAYS[isProtected ? 'protected' : 'disposable'],
    },
    opts,
  );
