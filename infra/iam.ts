import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

export type Statement = aws.iam.PolicyStatement;

/**
 * The only actions granted on every resource, each because IAM knows no narrower one for it. A policy that
 * needs one says so through `unscoped`; the tests let `*` pass nowhere else.
 */
export const UNSCOPED_ACTIONS = {
  'ecr:GetAuthorizationToken': 'The token is for the registry, not for a repository.',
  'xray:PutTraceSegments': 'X-Ray has no resource that a segment is written to.',
  'xray:PutTelemetryRecords': 'X-Ray has no resource that telemetry is written to.',
  'backup:CopyFromBackupVault': 'The vaults that may be copied to are a condition, not a resource.',
} as const;

type UnscopedAction = keyof typeof UNSCOPED_ACTIONS;

/** Allows actions on exactly these resources. */
export const allow = (
  actions: readonly string[],
  ...resources: pulumi.Input<string>[]
): Statement => ({ Effect: 'Allow', Action: [...actions], Resource: resources });

/** Allows actions for which IAM has no resource. */
export const unscoped = (...actions: UnscopedAction[]): Statement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: '*',
});

/** Allows writing to the streams of one log group, which the writer makes and names itself. */
export const writeLogs = (group: aws.cloudwatch.LogGroup): Statement =>
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], pulumi.interpolate`${group.arn}:*`);

/** A policy document as JSON. */
export const policy = (...statements: Statement[]): pulumi.Output<string> =>
  pulumi.jsonStringify({ Version: '2012-10-17', Statement: statements });

export interface ServiceRoleArgs {
  /** Service that takes the role, e.g. `lambda.amazonaws.com`. */
  service: string;
  /** What the role may do. */
  statements: Statement[];
  /**
   * Narrows who may take the role (IAM condition).
   * @default whoever in AWS acts for this account through the service
   */
  condition?: Statement['Condition'];
}

/** A role and the inline policy that says all it may do. */
export interface ServiceRole {
  role: aws.iam.Role;
  /** What uses the role waits for this too: a role without its policy can do nothing. */
  grants: aws.iam.RolePolicy;
}

/** Creates a role for an AWS service; its policy is named after it. */
export const serviceRole = (
  name: string,
  { service, statements, condition }: ServiceRoleArgs,
  opts: pulumi.CustomResourceOptions,
): ServiceRole => {
  const trust: Statement = {
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  const role = new aws.iam.Role(name, { assumeRolePolicy: policy(trust) }, opts);
  const grants = new aws.iam.RolePolicy(
    name,
    { role: role.name, policy: policy(...statements) },
    opts,
  );
  return { role, grants };
};

/** Condition that keeps a service from acting with our role for another account. */
export const thisAccountOnly = (opts: pulumi.InvokeOptions): Statement['Condition'] => ({
  StringEquals: { 'aws:SourceAccount': aws.getCallerIdentityOutput({}, opts).accountId },
});
