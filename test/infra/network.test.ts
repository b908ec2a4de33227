import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const VPC = 'awsx:ec2:Vpc';
const ENDPOINT = 'aws:ec2/vpcEndpoint:VpcEndpoint';
const [dev, prod, full, longest] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('longest'),
];

describe('the network', () => {
  it('has a public and a private subnet in each of two zones', () => {
    expect(dev.one(VPC)).toMatchObject({
      name: 'spacex-dashboard-dev-network',
      inputs: {
        cidrBlock: '10.0.0.0/16',
        numberOfAvailabilityZones: 2,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        subnetStrategy: 'Auto',
        subnetSpecs: [
          { type: 'Public', cidrBlocks: ['10.0.1.0/24', '10.0.2.0/24'] },
          { type: 'Private', cidrBlocks: ['10.0.10.0/24', '10.0.11.0/24'] },
        ],
      },
    });
  });

  it('reaches DynamoDB and S3 by gateway endpoints in its own route tables', () => {
    expect(dev.inputs(VPC)).toMatchObject({
      vpcEndpointStrategy: 'Auto',
      vpcEndpointSpecs: [
        { serviceName: 'com.amazonaws.us-east-1.dynamodb', vpcEndpointType: 'Gateway' },
        { serviceName: 'com.amazonaws.us-east-1.s3', vpcEndpointType: 'Gateway' },
      ],
    });
  });

  it('has the NAT gateways that are asked for', () => {
    expect(dev.inputs(VPC)['natGateways']).toEqual({ strategy: 'None' });
    expect(full.inputs(VPC)['natGateways']).toEqual({ strategy: 'Single' });
    expect(prod.inputs(VPC)['natGateways']).toEqual({ strategy: 'OnePerAz' });
  });

  it('has interface endpoints in the private subnets, for those subnets alone, when asked to', () => {
    expect(dev.all(ENDPOINT)).toEqual([]);
    const name = 'spacex-dashboard-full-network-endpoints';
    for (const service of ['ecr.api', 'ecr.dkr', 'logs']) {
      expect(full.inputs(ENDPOINT, `${name}-${service.replace('.', '-')}`)).toEqual({
        vpcId: 'vpc-1',
        serviceName: `com.amazonaws.us-east-1.${service}`,
        vpcEndpointType: 'Interface',
        subnetIds: ['subnet-private-1', 'subnet-private-2'],
        securityGroupIds: [`${name}-group-id`],
        privateDnsEnabled: true,
      });
    }
    const rules = full
      .all('aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule')
      .filter(({ inputs }) => inputs['securityGroupId'] === `${name}-group-id`);
    expect(rules.map(({ inputs }) => inputs)).toEqual(
      ['10.0.10.0/24', '10.0.11.0/24'].map((cidrIpv4) =>
        expect.objectContaining({ cidrIpv4, ipProtocol: 'tcp', fromPort: 443, toPort: 443 }),
      ),
    );
  });

  it('puts tasks into public subnets only when private ones lead nowhere', () => {
    const tasks = (stack: Stack) => stack.inputs('awsx:ecs:FargateService')['networkConfiguration'];
    expect(tasks(dev)).toMatchObject({
      assignPublicIp: true,
      subnets: ['subnet-public-1', 'subnet-public-2'],
    });
    for (const stack of [prod, full, longest]) {
      expect(tasks(stack)).toMatchObject({
        assignPublicIp: false,
        subnets: ['subnet-private-1', 'subnet-private-2'],
      });
    }
  });

  it('closes the default security group', () => {
    expect(dev.inputs('aws:ec2/defaultSecurityGroup:DefaultSecurityGroup')).toEqual({
      vpcId: 'vpc-1',
      ingress: [],
      egress: [],
    });
  });

  it('logs all flows to a group kept 30 days', () => {
    const name = 'spacex-dashboard-dev-network-flow';
    expect(dev.inputs('aws:ec2/flowLog:FlowLog', name)).toMatchObject({
      vpcId: 'vpc-1',
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logDestination: expect.stringContaining(name),
    });
    expect(dev.inputs('aws:cloudwatch/logGroup:LogGroup', name)).toEqual({ retentionInDays: 30 });
    const [grant, ...more] = dev.grants(name);
    expect(more).toEqual([]);
    expect(grant).toMatchObject({ Resource: [expect.stringMatching(/network-flow-1234567:\*$/)] });
  });
});
