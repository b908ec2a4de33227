import { describe, expect, it } from '@jest/globals';
import { HEADER_VALUES } from './helpers/fakes.ts';
import { INGRESS, rulesOf, tcp } from './helpers/security-groups.ts';
import { Stack } from './helpers/stack.ts';

const BALANCER = 'awsx:lb:ApplicationLoadBalancer';
const RULE = 'aws:lb/listenerRule:ListenerRule';
const [dev, prod, full, longest, direct] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('longest'),
  new Stack('direct'),
];

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
