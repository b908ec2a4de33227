import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';

const BEST_PRACTICES = 'standards/aws-foundational-security-best-practices/v/1.0.0';

export interface SecurityHubArgs {
  region: string;
}

/** Security Hub with AWS's own standard. An account has one in a region; what it looks at is what Config records. */
export class SecurityHub extends Component {
  constructor(name: string, args: SecurityHubArgs, opts?: pulumi.ComponentResourceOptions) {
    super('SecurityHub', name, opts);
    const { partition } = thisAccount(this.child);

    const hub = new aws.securityhub.Account(name, { enableDefaultStandards: false }, this.child);
    new aws.securityhub.StandardsSubscription(
      name,
      {
        standardsArn: pulumi.interpolate`arn:${partition}:securityhub:${args.region}::${BEST_PRACTICES}`,
      },
      { ...this.child, dependsOn: [hub] },
    );

    this.registerOutputs();
  }
}
