import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { allow, policy, thisAccountOnly } from '../iam.ts';
import { FIREWALL_LOG_PREFIX, LOG_DELIVERY, logGroup } from '../logs.ts';
import type { Keys } from './keys.ts';

/** Headers that say who somebody is, or prove it. */
const REDACTED = ['authorization', 'cookie', 'x-form-token'];

const BLOCKED_OR_COUNTED = ['BLOCK', 'COUNT'];

export interface FirewallLogsArgs {
  aclArn: pulumi.Input<string>;
  /** Region of the web ACL. */
  region: string;
  /** Key of the log, in that region. @default CloudWatch's own */
  keys?: Pick<Keys, 'logs'> | undefined;
}

/** Log of what a firewall blocked; what it let pass is in the access logs. */
export class FirewallLogs extends Component {
  constructor(name: string, args: FirewallLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('FirewallLogs', name, opts);
    const { aclArn, region, keys } = args;

    const group = logGroup(name, this.child, keys?.logs, {
      region,
      namePrefix: `${FIREWALL_LOG_PREFIX}${name}-`,
    });
    const admission = this.admitWriter(group, region);
    new aws.wafv2.WebAclLoggingConfiguration(
      name,
      {
        region,
        resourceArn: aclArn,
        logDestinationConfigs: [group.arn],
        redactedFields: [
          ...REDACTED.map((header) => ({ singleHeader: { name: header } })),
          // A sign-in comes back with its code there.
          { queryString: {} },
        ],
        loggingFilter: {
          defaultBehavior: 'DROP',
          filters: [
            {
              behavior: 'KEEP',
              requirement: 'MEETS_ANY',
              conditions: BLOCKED_OR_COUNTED.map((action) => ({ actionCondition: { action } })),
            },
          ],
        },
      },
      { ...this.child, dependsOn: [admission] },
    );

    this.registerOutputs();
  }

  private admitWriter(
    group: aws.cloudwatch.LogGroup,
    region: string,
  ): aws.cloudwatch.LogResourcePolicy {
    const statement = {
      ...allow(['logs:CreateLogStream', 'logs:PutLogEvents'], pulumi.interpolate`${group.arn}:*`),
      Principal: { Service: LOG_DELIVERY },
      Condition: thisAccountOnly(this.child),
    };
    return new aws.cloudwatch.LogResourcePolicy(
      this.name,
      { region, policyName: this.name, policyDocument: policy(statement) },
      this.child,
    );
  }
}
