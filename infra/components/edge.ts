import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import {
  FORWARDED,
  PAGE_CACHING,
  STATIC_CACHING,
  STATIC_PATHS,
  UNKEPT_ERRORS,
} from '../edge-caching.ts';
import { EdgeLogs } from './edge-logs.ts';
import type { Keys } from './keys.ts';
import type { LoadBalancer } from './load-balancer.ts';
import type { OriginHeader } from './origin-header.ts';
import type { AliasTarget } from './site-name.ts';

const ORIGIN = 'balancer';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const ALL = [...READING, 'DELETE', 'PATCH', 'POST', 'PUT'];

export interface EdgeArgs {
  /** What it stands in front of; it must accept the header. */
  balancer: LoadBalancer;
  originHeader: OriginHeader;
  /** Keeps the logs from being deleted. */
  isProtected: boolean;
  /** Key of the logs. @default S3's own */
  keys?: Pick<Keys, 'buckets'> | undefined;
  /** Firewall of CloudFront's. @default none */
  firewallArn?: pulumi.Input<string> | undefined;
  /** Name of the dashboard and its certificate in us-east-1. @default CloudFront's own name and certificate */
  site?: { domainName: string; certificateArn: pulumi.Input<string> } | undefined;
}

/**
 * CloudFront in front of the balancer: TLS for readers, near to them; files kept a day, pages and API by their
 * Cache-Control. Headers of answers are the application's.
 */
export class Edge extends Component {
  readonly distributionId: pulumi.Output<string>;
  /** The name it has without one of its own. */
  readonly host: pulumi.Output<string>;
  readonly alias: AliasTarget;

  constructor(name: string, args: EdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Edge', name, opts);

    const distribution = this.createDistribution(args);
    const { isProtected, keys } = args;
    new EdgeLogs(`${name}-logs`, { distribution, isProtected, keys }, this.child);

    const { id, domainName, hostedZoneId } = distribution;
    this.distributionId = id;
    this.host = domainName;
    this.alias = { name: domainName, zoneId: hostedZoneId, hasIpv6: true, canBeChecked: false };
    this.registerOutputs({ distributionId: id });
  }

  private createDistribution(args: EdgeArgs): aws.cloudfront.Distribution {
    const { site, firewallArn } = args;
    return new aws.cloudfront.Distribution(
      this.name,
      {
        comment: this.name,
        enabled: true,
        httpVersion: 'http2and3',
        isIpv6Enabled: true,
        origins: [originOf(args)],
        ...this.createBehaviours(),
        customErrorResponses: UNKEPT_ERRORS,
        restrictions: { geoRestriction: { restrictionType: 'none' } },
        ...(firewallArn === undefined ? {} : { webAclId: firewallArn }),
        ...(site === undefined ? {} : { aliases: [site.domainName] }),
        viewerCertificate:
          site === undefined
            ? { cloudfrontDefaultCertificate: true }
            : {
                acmCertificateArn: site.certificateArn,
                minimumProtocolVersion: 'TLSv1.2_2021',
                sslSupportMethod: 'sni-only',
              },
      },
      {
        ...this.child,
        // The balancer accepts a new value of the header before it is sent.
        dependsOn: [args.balancer],
        additionalSecretOutputs: ['origins'],
      },
    );
  }

  private createBehaviours() {
    const pages = new aws.cloudfront.CachePolicy(`${this.name}-pages`, PAGE_CACHING, this.child);
    const files = new aws.cloudfront.CachePolicy(`${this.name}-files`, STATIC_CACHING, this.child);
    const forwarded = new aws.cloudfront.OriginRequestPolicy(this.name, FORWARDED, this.child);
    const common = {
      targetOriginId: ORIGIN,
      originRequestPolicyId: forwarded.id,
      viewerProtocolPolicy: 'redirect-to-https',
      cachedMethods: ['GET', 'HEAD'],
      compress: true,
    };
    return {
      defaultCacheBehavior: { ...common, allowedMethods: ALL, cachePolicyId: pages.id },
      orderedCacheBehaviors: STATIC_PATHS.map((pathPattern) => ({
        ...common,
        pathPattern,
        allowedMethods: READING,
        cachePolicyId: files.id,
      })),
    };
  }
}

/** The balancer shows its certificate for the name that readers ask for, so that name is passed on. */
const originOf = ({ balancer, originHeader }: EdgeArgs) => ({
  originId: ORIGIN,
  domainName: balancer.alias.name,
  customHeaders: [{ name: originHeader.headerName, value: originHeader.current }],
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: balancer.isSecure ? 'https-only' : 'http-only',
    originSslProtocols: ['TLSv1.2'],
    originReadTimeout: 30,
    // Shorter than the balancer's 60, so that it is not the one to close.
    originKeepaliveTimeout: 50,
  },
});
