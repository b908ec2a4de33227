import * as pulumi from '@pulumi/pulumi';
import { AlarmTopic } from './components/alarm-topic.ts';
import { EdgeAlarms } from './components/edge-alarms.ts';
import { Edge } from './components/edge.ts';
import { FirewallAlarms } from './components/firewall-alarms.ts';
import { Firewall } from './components/firewall.ts';
import type { Keys } from './components/keys.ts';
import { LoadBalancer } from './components/load-balancer.ts';
import type { Network } from './components/network.ts';
import { OriginHeader } from './components/origin-header.ts';
import { SiteName } from './components/site-name.ts';
import { EDGE_REGION } from './edge-region.ts';
import type { Naming } from './naming.ts';
import { BALANCER_NAME_LIMIT } from './naming.ts';
import { siteCertificates } from './site-certificates.ts';
import type { StackConfig } from './stack-options.ts';

/** All that stands between readers and the tasks. */
export interface Entrance {
  /** Address of the dashboard, without a path. */
  url: pulumi.Output<string>;
  /** Whether that address is an HTTPS one. */
  isSecure: boolean;
  balancer: LoadBalancer;
  /** How many of it pass a request on, each adding an address to X-Forwarded-For. */
  proxies: number;
  firewall?: Firewall;
  edge?: Edge;
  /** Secret with the value of the header that the edge shows the balancer. */
  originSecretArn?: pulumi.Output<string>;
}

const createFirewall = (
  names: Naming,
  config: StackConfig,
  balancer: LoadBalancer,
  keys: Keys | undefined,
): Firewall | undefined => {
  if (!config.firewall) return undefined;
  const { region, blockedCountries, edge } = config;
  const balancerArn = edge ? undefined : balancer.arn;
  return new Firewall(names.of('firewall'), { region, blockedCountries, balancerArn, keys });
};

const siteOf = ({ domainName }: StackConfig, certificateArn: pulumi.Input<string> | undefined) =>
  domainName === undefined || certificateArn === undefined
    ? undefined
    : { domainName, certificateArn };

/**
 * Builds the way in: the balancer and, as the stack chooses, CloudFront and a firewall in front of it.
 * @param target where the tasks listen, and the keys that logs are under
 */
export const createEntrance = (
  names: Naming,
  config: StackConfig,
  { network, port, keys }: { network: Network; port: number; keys: Keys | undefined },
): Entrance => {
  const { isProtected, domainName, hostedZoneId } = config;
  const certificates = siteCertificates(names.of('tls'), config);
  const originHeader = config.edge
    ? new OriginHeader(names.of('origin'), { isProtected })
    : undefined;
  const balancer = new LoadBalancer(names.of('lb', BALANCER_NAME_LIMIT), {
    isProtected,
    vpcId: network.vpcId,
    subnetIds: network.publicSubnetIds,
    targetPort: port,
    certificateArn: certificates.balancer,
    originHeader,
  });
  const firewall = createFirewall(names, config, balancer, keys);
  const edge =
    originHeader === undefined
      ? undefined
      : new Edge(names.of('edge'), {
          balancer,
          originHeader,
          isProtected,
          keys,
          firewallArn: firewall?.arn,
          site: siteOf(config, certificates.edge),
        });
  const target = edge?.alias ?? balancer.alias;
  if (domainName !== undefined && hostedZoneId !== undefined) {
    new SiteName(names.of('name'), { domainName, hostedZoneId, target });
  }
  const isSecure = edge !== undefined || balancer.isSecure;
  return {
    url: pulumi.interpolate`${isSecure ? 'https' : 'http'}://${domainName ?? target.name}`,
    isSecure,
    balancer,
    proxies: edge === undefined ? 1 : 2,
    ...(firewall === undefined ? {} : { firewall }),
    ...(edge === undefined ? {} : { edge }),
    ...(originHeader === undefined ? {} : { originSecretArn: originHeader.secretArn }),
  };
};

/** Tells `topic` of what goes wrong at the entrance; for what is watched in us-east-1 a second one is made where the stack is elsewhere. */
export const watchEntrance = (
  names: Naming,
  { region, alarmEmail: email }: StackConfig,
  { firewall, edge }: Entrance,
  { topic, keys }: { topic: AlarmTopic; keys: Keys | undefined },
): void => {
  const near =
    edge === undefined || region === EDGE_REGION
      ? topic
      : new AlarmTopic(names.of('edge-alarms-topic'), {
          email,
          region: EDGE_REGION,
          keys: keys?.nearEdge,
        });
  if (edge !== undefined) {
    const { distributionId } = edge;
    new EdgeAlarms(names.of('edge-alarms'), { topicArn: near.arn, distributionId });
  }
  if (firewall !== undefined) {
    new FirewallAlarms(names.of('firewall-alarms'), { topicArn: near.arn, firewall });
  }
};
