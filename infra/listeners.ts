import type * as awsx from '@pulumi/awsx';
import type * as pulumi from '@pulumi/pulumi';

export type Listener = NonNullable<awsx.lb.ApplicationLoadBalancerArgs['listeners']>[number] & {
  port: number;
};

/** TLS 1.3 and 1.2, forward secrecy only. */
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

export interface TargetArgs {
  vpcId: pulumi.Input<string>;
  /** Port of the targets. */
  targetPort: number;
}

/** HTTP, for a balancer without a certificate. */
const plain = (): Listener => ({ port: 80, protocol: 'HTTP' });

const secure = (certificateArn: pulumi.Input<string>): Listener => ({
  port: 443,
  protocol: 'HTTPS',
  sslPolicy: TLS_POLICY,
  certificateArn,
});

/** HTTP that sends to HTTPS for good. */
const redirect = (): Listener => ({
  port: 80,
  protocol: 'HTTP',
  defaultActions: [
    { type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } },
  ],
});

/** For anyone: HTTPS where there is a certificate. */
export const open = (certificateArn?: pulumi.Input<string>): Listener[] =>
  certificateArn === undefined ? [plain()] : [redirect(), secure(certificateArn)];

/** For the edge alone: one listener that turns everybody away whom no rule of it lets through. */
export const closed = (certificateArn?: pulumi.Input<string>): Listener[] => [
  {
    ...(certificateArn === undefined ? plain() : secure(certificateArn)),
    defaultActions: [
      {
        type: 'fixed-response',
        fixedResponse: { statusCode: '403', contentType: 'text/plain', messageBody: 'Forbidden' },
      },
    ],
  },
];

/** What the listeners pass requests to, said in full: left out, port and protocol are the first listener's. */
export const targetGroup = ({ vpcId, targetPort }: TargetArgs) => ({
  vpcId,
  port: targetPort,
  protocol: 'HTTP',
  targetType: 'ip',
  deregistrationDelay: 30,
  healthCheck: {
    path: '/health',
    matcher: '200',
    interval: 15,
    timeout: 5,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
});
