import type { Rule } from './rule.ts';
import { listAt, requiresCompanion } from './rule.ts';

const VPCS = ['aws:ec2/vpc:Vpc', 'awsx:ec2:Vpc'];

const ofVpcs = (
  problem: string,
  companion: Omit<Parameters<typeof requiresCompanion>[2], 'key'>,
): Rule['checks'] => {
  const check = requiresCompanion(problem, VPCS, { ...companion, key: 'vpcId' });
  return Object.fromEntries(VPCS.map((type) => [type, check]));
};

export const NETWORK_RULES: readonly Rule[] = [
  {
    id: 'CKV2_AWS_11',
    description: 'Every VPC has flow logs.',
    scope: 'stack',
    checks: ofVpcs('has no flow log (FlowLog)', {
      type: 'aws:ec2/flowLog:FlowLog',
      counts: () => true,
    }),
  },
  {
    id: 'CKV2_AWS_12',
    description: 'The default security group of every VPC lets nothing through.',
    scope: 'stack',
    checks: ofVpcs('has an open default security group (DefaultSecurityGroup)', {
      type: 'aws:ec2/defaultSecurityGroup:DefaultSecurityGroup',
      counts: (props) => listAt(props, 'ingress').length + listAt(props, 'egress').length === 0,
    }),
  },
];
