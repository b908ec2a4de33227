import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

/** What a name can lead to. */
export interface AliasTarget {
  name: pulumi.Input<string>;
  /** Route 53 zone of the target, not of the name. */
  zoneId: pulumi.Input<string>;
  /** Whether it has IPv6 addresses too. */
  hasIpv6: boolean;
  /** Whether Route 53 can ask it how it is: not so of CloudFront. */
  canBeChecked: boolean;
}

export interface SiteNameArgs {
  domainName: string;
  hostedZoneId: string;
  target: AliasTarget;
}

/**
 * Points the dashboard's name at what stands in front. A part of its own, so that a change of who that is
 * changes the records and does not remove them.
 */
export class SiteName extends Component {
  constructor(name: string, args: SiteNameArgs, opts?: pulumi.ComponentResourceOptions) {
    super('SiteName', name, opts);

    this.point('A', args);
    if (args.target.hasIpv6) this.point('AAAA', args);

    this.registerOutputs();
  }

  private point(type: 'A' | 'AAAA', { domainName, hostedZoneId, target }: SiteNameArgs): void {
    const { name, zoneId, canBeChecked } = target;
    new aws.route53.Record(
      `${this.name}-${type.toLowerCase()}`,
      {
        zoneId: hostedZoneId,
        name: domainName,
        type,
        aliases: [{ name, zoneId, evaluateTargetHealth: canBeChecked }],
      },
      this.child,
    );
  }
}
