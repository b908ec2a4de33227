import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { EDGE_REGION } from '../edge-region.ts';
import { firewallRules, visibility } from '../firewall-rules.ts';
import { FirewallLogs } from './firewall-logs.ts';
import type { Keys } from './keys.ts';

export interface FirewallArgs {
  /** Region of the stack. */
  region: string;
  /** Balancer to stand before. @default none: it is CloudFront's */
  balancerArn?: pulumi.Input<string> | undefined;
  /** Countries nothing is answered to (ISO 3166-1 alpha-2). @default none */
  blockedCountries?: readonly string[];
  /** Keys of the log, the edge's own for CloudFront's firewall. @default CloudWatch's own */
  keys?: Pick<Keys, 'logs' | 'nearEdge'> | undefined;
}

/** A WAFv2 web ACL: what it does not block passes. It costs some 10 $ a month, idle. */
export class Firewall extends Component {
  readonly arn: pulumi.Output<string>;
  /** Where its metrics and logs are. */
  readonly region: string;
  /** What its metrics are called by: CloudWatch knows the edge's by name alone, others by region too. */
  readonly dimensions: Record<string, string>;

  constructor(name: string, args: FirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Firewall', name, opts);
    const { balancerArn, keys } = args;
    const isRegional = balancerArn !== undefined;
    this.region = isRegional ? args.region : EDGE_REGION;

    const acl = this.createAcl(args, isRegional ? 'REGIONAL' : 'CLOUDFRONT');
    new FirewallLogs(
      `${name}-logs`,
      { aclArn: acl.arn, region: this.region, keys: isRegional ? keys : keys?.nearEdge },
      this.child,
    );
    if (isRegional) this.standBefore(balancerArn, acl);

    this.arn = acl.arn;
    this.dimensions = { WebACL: name, ...(isRegional ? { Region: args.region } : {}) };
    this.registerOutputs({ arn: this.arn });
  }

  private createAcl(
    { blockedCountries = [] }: FirewallArgs,
    scope: 'REGIONAL' | 'CLOUDFRONT',
  ): aws.wafv2.WebAcl {
    return new aws.wafv2.WebAcl(
      this.name,
      {
        region: this.region,
        scope,
        defaultAction: { allow: {} },
        rules: firewallRules(blockedCountries),
        visibilityConfig: visibility(this.name),
      },
      this.child,
    );
  }

  private standBefore(resourceArn: pulumi.Input<string>, { arn }: aws.wafv2.WebAcl): void {
    new aws.wafv2.WebAclAssociation(this.name, { resourceArn, webAclArn: arn }, this.child);
  }
}
