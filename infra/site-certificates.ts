import type * as pulumi from '@pulumi/pulumi';
import { Certificate } from './components/certificate.ts';
import { EDGE_REGION } from './edge-region.ts';
import type { StackConfig } from './stack-options.ts';

type Settings = Pick<
  StackConfig,
  'certificateArn' | 'domainName' | 'edge' | 'edgeCertificateArn' | 'hostedZoneId' | 'region'
>;

/** ARNs of the certificates of the dashboard's name, for each that meets it. */
export interface SiteCertificates {
  balancer?: pulumi.Input<string>;
  edge?: pulumi.Input<string>;
}

/** Takes the certificates that are given and makes those that are not, where the name is in a zone of ours. */
export const siteCertificates = (name: string, settings: Settings): SiteCertificates => {
  const { domainName, hostedZoneId, region, edge } = settings;
  const zone =
    domainName === undefined || hostedZoneId === undefined ? null : { domainName, hostedZoneId };
  const made =
    settings.certificateArn === undefined && zone !== null ? new Certificate(name, zone) : null;
  const balancer = settings.certificateArn ?? made?.arn;
  if (balancer === undefined) return {};
  if (!edge) return { balancer };
  if (settings.edgeCertificateArn !== undefined) {
    return { balancer, edge: settings.edgeCertificateArn };
  }
  if (region === EDGE_REGION || zone === null) return { balancer, edge: balancer };
  const args = { ...zone, region: EDGE_REGION, ...(made === null ? {} : { provenBy: made }) };
  return { balancer, edge: new Certificate(`${name}-edge`, args).arn };
};
