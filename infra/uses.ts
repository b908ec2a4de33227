import type * as pulumi from '@pulumi/pulumi';
import type { Statement } from './iam.ts';

/** What a program needs to use something: its environment and what its role must allow. */
export interface Use {
  environment: Record<string, pulumi.Input<string>>;
  statements: Statement[];
  /** Variables whose values are kept in Secrets Manager, each by the ARN of its secret. @default none */
  secrets?: Record<string, pulumi.Input<string>>;
}

/** Everything that several uses need. */
export const together = (uses: readonly Use[]): Required<Use> => ({
  environment: Object.assign(
    {},
    ...uses.map(({ environment }) => environment),
  ) as Use['environment'],
  statements: uses.flatMap(({ statements }) => statements),
  secrets: Object.assign(
    {},
    ...uses.map(({ secrets }) => secrets ?? {}),
  ) as Required<Use>['secrets'],
});
