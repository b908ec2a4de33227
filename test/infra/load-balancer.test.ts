import { describe, expect, it } from '@jest/globals';
import { EGRESS, INGRESS, rulesOf, tcp } from './helpers/security-groups.ts';
import { Stack } from './helpers/stack.ts';

const BALANCER = 'awsx:lb:ApplicationLoadBalancer';
const [dev, prod, full, direct] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('direct'),
];

describe('the balancer', () => {
  it('stands in the public subnets under a security group of its own', () => {
    expect(dev.one(BALANCER)).toMatchObject({
      name: 'spacex-dashboard-dev-lb',
      inputs: {
        subnetIds: ['subnet-public-1', 'subnet-public-2'],
        securityGroups: ['spacex-dashboard-dev-lb-group-id'],
        dropInvalidHeaderFields: true,
        accessLogs: {
          enabled: true,
          bucket: 'spacex-dashboard-dev-lb-logs-1234567',
          prefix: 'balancer',
        },
      },
    });
  });

  it('has its target group described in full', () => {
    expect(full.inputs(BALANCER)['defaultTargetGroup']).toEqual({
      vpcId: 'vpc-1',
      port: 3000,
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
  });

  it('is kept from deletion outside dev', () => {
    expect(dev.inputs(BALANCER)['enableDeletionProtection']).toBe(false);
    expect(prod.inputs(BALANCER)['enableDeletionProtection']).toBe(true);
  });

  it('speaks plain HTTP without a certificate', () => {
    expect(dev.inputs(BALANCER)['listeners']).toEqual([{ port: 80, protocol: 'HTTP' }]);
    expect(rulesOf(dev, INGRESS, 'spacex-dashboard-dev-lb-group')).toEqual([
      { ...tcp(80), cidrIpv4: '0.0.0.0/0' },
    ]);
    expect(dev.outputs['dashboardUrl']).toMatch(/^http:\/\/spacex-dashboard-dev-lb-1234567\./);
  });

  it('speaks HTTPS with one, and sends HTTP there for good', () => {
    expect(direct.inputs(BALANCER)['listeners']).toEqual([
      {
        port: 80,
        protocol: 'HTTP',
        defaultActions: [
          {
            type: 'redirect',
            redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' },
          },
        ],
      },
      {
        port: 443,
        protocol: 'HTTPS',
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        certificateArn: expect.stringContaining('spacex-dashboard-direct-tls'),
      },
    ]);
    expect(rulesOf(direct, INGRESS, 'sd-direct-lb-group')).toEqual([
      { ...tcp(80), cidrIpv4: '0.0.0.0/0' },
      { ...tcp(443), cidrIpv4: '0.0.0.0/0' },
    ]);
    expect(direct.outputs['dashboardUrl']).toBe('https://launches.example.org');
  });
});

describe('the tasks', () => {
  it('hear the balancer alone and say HTTPS only', () => {
    const [tasks, balancer] = ['spacex-dashboard-dev-web-group', 'spacex-dashboard-dev-lb-group'];
    expect(rulesOf(dev, INGRESS, tasks)).toEqual([
      { ...tcp(3000), referencedSecurityGroupId: `${balancer}-id` },
    ]);
    expect(rulesOf(dev, EGRESS, tasks)).toEqual([{ ...tcp(443), cidrIpv4: '0.0.0.0/0' }]);
    expect(rulesOf(dev, EGRESS, balancer)).toEqual([
      { ...tcp(3000), referencedSecurityGroupId: `${tasks}-id` },
    ]);
  });

  it('are in that group, and no group has rules of its own beside these', () => {
    expect(dev.inputs('awsx:ecs:FargateService')).toMatchObject({
      networkConfiguration: { securityGroups: ['spacex-dashboard-dev-web-group-id'] },
    });
    for (const { inputs } of full.all('aws:ec2/securityGroup:SecurityGroup')) {
      expect(Object.keys(inputs).sort()).toEqual(['description', 'vpcId']);
    }
  });
});

describe('the access logs', () => {
  const name = 'spacex-dashboard-prod-lb-logs';
  const inputs = (type: string) => prod.inputs(`aws:s3/${type}`, name);

  it('go to a bucket that is closed, encrypted and emptied after 30 days', () => {
    expect(inputs('bucket:Bucket')).toEqual({ forceDestroy: false });
    expect(inputs('bucketPublicAccessBlock:BucketPublicAccessBlock')).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(inputs('bucketOwnershipControls:BucketOwnershipControls')).toMatchObject({
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    expect(
      inputs('bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration'),
    ).toMatchObject({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    });
    expect(inputs('bucketVersioning:BucketVersioning')).toMatchObject({
      versioningConfiguration: { status: 'Enabled' },
    });
    expect(inputs('bucketLifecycleConfiguration:BucketLifecycleConfiguration')).toMatchObject({
      rules: [{ status: 'Enabled', expiration: { days: 30 } }],
    });
  });

  it('are written by balancers of this account and only over TLS', () => {
    const { Statement } = JSON.parse(String(inputs('bucketPolicy:BucketPolicy')['policy']));
    expect(Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Action: ['s3:PutObject'],
        Resource: [`arn:aws:s3:::${name}-1234567/balancer/AWSLogs/123456789012/*`],
      },
      expect.objectContaining({
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]);
  });
});
