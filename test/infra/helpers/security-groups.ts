import type { Stack } from './stack.ts';

export const INGRESS = 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule';
export const EGRESS = 'aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule';

/** What rules of one kind say of a security group. */
export const rulesOf = (stack: Stack, type: string, group: string) =>
  stack
    .all(type)
    .map(({ inputs }) => inputs)
    .filter((inputs) => inputs['securityGroupId'] === `${group}-id`)
    .map(({ description: _, securityGroupId: __, ...rule }) => rule);

export const tcp = (port: number) => ({ ipProtocol: 'tcp', fromPort: port, toPort: port });
