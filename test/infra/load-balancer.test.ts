import { describe, expect, it } from '@jest/globals';
import { HEADER_VALUES } from './helpers/fakes.ts';
import { Stack } from './helpers/stack.ts';

const BALANCER = 'awsx:lb:ApplicationLoadBalancer';
const INGRESS = 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule';
const RULE = 'aws:lb/listenerRule:ListenerRule';
const EGRESS = 'aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule';
const [dev, prod, full, longest, direct] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('longest'),
  new Stack('direct'),
];

const rulesOf = (stack: Stack, type: string, group: string) =>
  stack
    .all(type)
    .map(({ inputs }) => inputs)
    .filter((inputs) => inputs['securityGroupId'] === `${group}-id`)
    .map(({ description: _, securityGroupId: __, ...rule }) => rule);

const tcp = (port: number) => ({ ipProtocol: 'tcp', fromPort: port, toPort: port });

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

describe('the balancer behind CloudFront', () => {
  const turnedAway = [
    {
      type: 'fixed-response',
      fixedResponse: { statusCode: '403', contentType: 'text/plain', messageBody: 'Forbidden' },
    },
  ];

  it('has one listener, that turns everybody away: by HTTPS with a certificate, by HTTP without', () => {
    expect(full.inputs(BALANCER)['listeners']).toEqual([
      {
        port: 443,
        protocol: 'HTTPS',
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        certificateArn: expect.stringContaining('spacex-dashboard-full-tls'),
        defaultActions: turnedAway,
      },
    ]);
    expect(prod.inputs(BALANCER)['listeners']).toEqual([
      { port: 80, protocol: 'HTTP', defaultActions: turnedAway },
    ]);
  });

  it('lets through who shows the header, by its value or the one before', () => {
    const rule = full.one(RULE);
    expect(rule.inputs).toEqual({
      listenerArn: expect.stringContaining('listener/app/spacex-dashboard-full-lb'),
      priority: 1,
      conditions: [
        {
          httpHeader: {
            httpHeaderName: 'X-Origin-Verify',
            values: [HEADER_VALUES['AWSCURRENT'], HEADER_VALUES['AWSPREVIOUS']],
          },
        },
      ],
      actions: [
        {
          type: 'forward',
          targetGroupArn: expect.stringContaining('targetgroup/spacex-dashboard-full-lb'),
        },
      ],
    });
    expect(rule.secrets).toEqual(['conditions.0.httpHeader.values']);
    expect(rule.secretOutputs).toEqual(['conditions']);
    expect([...dev.all(RULE), ...direct.all(RULE)]).toEqual([]);
  });

  it('is reached from addresses of CloudFront alone, on one port: its list leaves no room for two', () => {
    const prefixListId = 'pl-com.amazonaws.global.cloudfront.origin-facing';
    expect(rulesOf(full, INGRESS, 'spacex-dashboard-full-lb-group')).toEqual([
      { ...tcp(443), prefixListId },
    ]);
    expect(rulesOf(prod, INGRESS, 'spacex-dashboard-prod-lb-group')).toEqual([
      { ...tcp(80), prefixListId },
    ]);
  });
});

describe('the certificate', () => {
  it('is made for the domain and proven in its zone', () => {
    const name = 'spacex-dashboard-full-tls';
    expect(full.inputs('aws:acm/certificate:Certificate', name)).toEqual({
      domainName: 'launches.example.org',
      validationMethod: 'DNS',
    });
    expect(full.inputs('aws:route53/record:Record', `${name}-proof`)).toMatchObject({
      zoneId: 'Z0123456789',
      name: '_proof.launches.example.org.',
      type: 'CNAME',
      records: ['_given.acm-validations.aws.'],
    });
    expect(full.inputs('aws:acm/certificateValidation:CertificateValidation')).toMatchObject({
      validationRecordFqdns: ['_proof.launches.example.org.'],
    });
  });

  it('is the given one where there is one', () => {
    expect(longest.all('aws:acm/certificate:Certificate')).toEqual([]);
    expect(longest.inputs(BALANCER)['listeners']).toContainEqual(
      expect.objectContaining({
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/5a5a5a5a',
      }),
    );
  });

  it('is one for both where the stack is where CloudFront has its own', () => {
    expect(full.names('aws:acm/certificate:Certificate')).toEqual(['spacex-dashboard-full-tls']);
  });
});

describe('the name', () => {
  const RECORD = 'aws:route53/record:Record';

  it('leads to the balancer where nothing stands in front', () => {
    expect(direct.inputs(RECORD, 'spacex-dashboard-direct-name-a')).toMatchObject({
      zoneId: 'Z0123456789',
      name: 'launches.example.org',
      type: 'A',
      aliases: [{ zoneId: 'Z35SXDOTRQ7X7K', evaluateTargetHealth: true }],
    });
    expect(direct.names(RECORD)).toEqual([
      'spacex-dashboard-direct-name-a',
      'spacex-dashboard-direct-tls-proof',
    ]);
    expect(dev.all(RECORD)).toEqual([]);
  });

  it('leads to CloudFront else, by IPv6 too', () => {
    for (const type of ['A', 'AAAA']) {
      const name = `spacex-dashboard-full-name-${type.toLowerCase()}`;
      expect(full.inputs(RECORD, name)).toEqual({
        zoneId: 'Z0123456789',
        name: 'launches.example.org',
        type,
        aliases: [
          {
            name: 'd111111abcdef8.cloudfront.net',
            zoneId: 'Z2FDTNDATAQYW2',
            evaluateTargetHealth: false,
          },
        ],
      });
    }
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
