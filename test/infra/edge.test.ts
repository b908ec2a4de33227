import { describe, expect, it } from '@jest/globals';
import { HEADER_VALUES } from './helpers/fakes.ts';
import type { RecordedResource } from './helpers/recording.ts';
import { Stack, statementsOf } from './helpers/stack.ts';

const DISTRIBUTION = 'aws:cloudfront/distribution:Distribution';
const CACHING = 'aws:cloudfront/cachePolicy:CachePolicy';
const ALARM = 'aws:cloudwatch/metricAlarm:MetricAlarm';
const [dev, prod, full, abroad, direct] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('abroad'),
  new Stack('direct'),
];

const distribution = (stack: Stack) => stack.inputs(DISTRIBUTION);
const originOf = (stack: Stack) =>
  (distribution(stack)['origins'] as Record<string, unknown>[])[0] ?? {};

describe('CloudFront', () => {
  it('stands in front of every stack but dev, unless it is switched off', () => {
    expect(prod.outputs['dashboardUrl']).toBe('https://d111111abcdef8.cloudfront.net');
    expect(full.outputs['dashboardUrl']).toBe('https://launches.example.org');
    for (const stack of [dev, direct]) expect(stack.all(DISTRIBUTION)).toEqual([]);
  });

  it('speaks HTTP/2 and 3, by IPv6 too, TLS 1.2 or newer under the name of the dashboard', () => {
    expect(distribution(full)).toMatchObject({
      enabled: true,
      httpVersion: 'http2and3',
      isIpv6Enabled: true,
      aliases: ['launches.example.org'],
      viewerCertificate: {
        acmCertificateArn: expect.stringContaining('spacex-dashboard-full-tls'),
        minimumProtocolVersion: 'TLSv1.2_2021',
        sslSupportMethod: 'sni-only',
      },
    });
  });

  it('has its own name and certificate where there is no other', () => {
    expect(distribution(prod)['viewerCertificate']).toEqual({ cloudfrontDefaultCertificate: true });
    expect(distribution(prod)).not.toHaveProperty('aliases');
  });

  it('takes its certificate in us-east-1, proven by the record of the other, elsewhere', () => {
    const inputs = (type: string, name: string) =>
      abroad.inputs(`aws:acm/${type}`, `spacex-dashboard-abroad-${name}`);
    expect(inputs('certificate:Certificate', 'tls')).not.toHaveProperty('region');
    expect(inputs('certificate:Certificate', 'tls-edge')).toMatchObject({
      region: 'us-east-1',
      domainName: 'launches.example.org',
    });
    expect(inputs('certificateValidation:CertificateValidation', 'tls-edge')).toMatchObject({
      region: 'us-east-1',
      validationRecordFqdns: ['_proof.launches.example.org.'],
    });
    expect(
      abroad.names('aws:route53/record:Record').filter((name) => name.endsWith('-proof')),
    ).toEqual(['spacex-dashboard-abroad-tls-proof']);
    expect(distribution(abroad)['viewerCertificate']).toMatchObject({
      acmCertificateArn: expect.stringContaining('spacex-dashboard-abroad-tls-edge'),
    });
  });

  it('asks the balancer by HTTPS where that has a certificate, and shows it the current header', () => {
    expect(originOf(full)).toMatchObject({
      domainName: expect.stringContaining('spacex-dashboard-full-lb'),
      customHeaders: [{ name: 'X-Origin-Verify', value: HEADER_VALUES['AWSCURRENT'] }],
      customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
    });
    expect(originOf(prod)['customOriginConfig']).toMatchObject({
      originProtocolPolicy: 'http-only',
    });
  });

  it('keeps the header secret, and sends a new one only after the balancer accepts it', () => {
    const { secrets, secretOutputs, dependsOn } = full.one(DISTRIBUTION);
    expect(secrets).toEqual(['origins.0.customHeaders.0.value']);
    expect(secretOutputs).toEqual(['origins']);
    expect(
      dependsOn.some((urn) => urn.endsWith('ListenerRule::spacex-dashboard-full-lb-edge')),
    ).toBe(true);
  });
});

describe('caching', () => {
  type Behaviour = Record<string, unknown>;
  const first = distribution(full)['defaultCacheBehavior'] as Behaviour;
  const files = distribution(full)['orderedCacheBehaviors'] as Behaviour[];
  const policy = (part: string) => full.inputs(CACHING, `spacex-dashboard-full-edge-${part}`);

  it('is compressed, by HTTPS, and of reading alone', () => {
    for (const behaviour of [first, ...files]) {
      expect(behaviour).toMatchObject({
        viewerProtocolPolicy: 'redirect-to-https',
        compress: true,
        cachedMethods: ['GET', 'HEAD'],
        originRequestPolicyId: 'spacex-dashboard-full-edge-id',
      });
    }
    expect(first['allowedMethods']).toEqual(expect.arrayContaining(['GET', 'OPTIONS', 'POST']));
  });

  it('is of files for a day, whoever asks', () => {
    expect(files.map(({ pathPattern }) => pathPattern)).toEqual([
      '/assets/*',
      '/favicon.svg',
      '/robots.txt',
    ]);
    for (const { cachePolicyId } of files) {
      expect(cachePolicyId).toBe('spacex-dashboard-full-edge-files-id');
    }
    expect(policy('files')).toMatchObject({
      minTtl: 0,
      defaultTtl: 86_400,
      maxTtl: 86_400,
      parametersInCacheKeyAndForwardedToOrigin: {
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        cookiesConfig: { cookieBehavior: 'none' },
        headersConfig: { headerBehavior: 'none' },
        queryStringsConfig: { queryStringBehavior: 'none' },
      },
    });
  });

  it('is of pages and API as they say themselves, apart for all they depend on and for each token', () => {
    expect(first['cachePolicyId']).toBe('spacex-dashboard-full-edge-pages-id');
    expect(policy('pages')).toMatchObject({
      minTtl: 0,
      defaultTtl: 0,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: 'all' },
        headersConfig: {
          headerBehavior: 'whitelist',
          headers: { items: ['Accept-Language', 'Authorization', 'Host'] },
        },
        queryStringsConfig: { queryStringBehavior: 'all' },
      },
    });
  });

  it('is never of a fault', () => {
    const kept = distribution(full)['customErrorResponses'] as Record<string, number>[];
    expect(kept.map(({ errorCode }) => errorCode)).toEqual(
      expect.arrayContaining([403, 404, 500, 503]),
    );
    for (const { errorCachingMinTtl } of kept) expect(errorCachingMinTtl).toBe(0);
  });

  it('passes on all that readers send but for names of proxies that were not there', () => {
    expect(full.inputs('aws:cloudfront/originRequestPolicy:OriginRequestPolicy')).toMatchObject({
      cookiesConfig: { cookieBehavior: 'all' },
      headersConfig: {
        headerBehavior: 'allExcept',
        headers: { items: ['Forwarded', 'X-Forwarded-Host'] },
      },
      queryStringsConfig: { queryStringBehavior: 'all' },
    });
  });
});

describe('the access logs of CloudFront', () => {
  const name = 'spacex-dashboard-full-edge-logs';
  const inputs = (type: string) => full.inputs(`aws:cloudwatch/${type}`, name);

  it('go from us-east-1 to a bucket, without cookies, queries and referrers', () => {
    expect(inputs('logDeliverySource:LogDeliverySource')).toEqual({
      region: 'us-east-1',
      logType: 'ACCESS_LOGS',
      resourceArn: expect.stringContaining('spacex-dashboard-full-edge'),
    });
    expect(inputs('logDeliveryDestination:LogDeliveryDestination')).toMatchObject({
      region: 'us-east-1',
      deliveryDestinationConfiguration: {
        destinationResourceArn: `arn:aws:s3:::${name}-bucket-1234567`,
      },
    });
    const fields = inputs('logDelivery:LogDelivery')['recordFields'] as string[];
    expect(fields).toEqual(expect.arrayContaining(['c-ip', 'cs-uri-stem', 'sc-status']));
    expect(fields.filter((field) => /cookie|query|referer/i.test(field))).toEqual([]);
  });

  it('are written by that distribution alone', () => {
    const { policy } = full.inputs('aws:s3/bucketPolicy:BucketPolicy', `${name}-bucket`);
    expect(statementsOf(policy)[0]).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: ['s3:PutObject'],
      Resource: [`arn:aws:s3:::${name}-bucket-1234567/AWSLogs/123456789012/*`],
      Condition: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' },
        ArnEquals: { 'aws:SourceArn': `arn:aws:cloudwatch:us-east-1:123456789012:${name}-1234567` },
      },
    });
  });
});

describe('the alarm of CloudFront', () => {
  const alarmOf = (stack: Stack, name: string): RecordedResource =>
    stack.one(ALARM, `spacex-dashboard-${name}-edge-alarms-5xx`);

  it('rings in us-east-1 when one answer in twenty is an error, and tells the topic of the stack', () => {
    expect(alarmOf(full, 'full').inputs).toMatchObject({
      region: 'us-east-1',
      namespace: 'AWS/CloudFront',
      metricName: '5xxErrorRate',
      dimensions: { DistributionId: 'spacex-dashboard-full-edge-id', Region: 'Global' },
      threshold: 5,
      alarmActions: [expect.stringContaining('spacex-dashboard-full-alarms')],
    });
  });

  it('tells a second topic where the stack is elsewhere, to which the same people listen', () => {
    const name = 'spacex-dashboard-abroad-edge-alarms-topic';
    expect(abroad.inputs('aws:sns/topic:Topic', name)).toMatchObject({ region: 'us-east-1' });
    expect(abroad.inputs('aws:sns/topicSubscription:TopicSubscription', name)).toMatchObject({
      region: 'us-east-1',
      endpoint: 'operations@example.org',
    });
    expect(alarmOf(abroad, 'abroad').inputs['alarmActions']).toEqual([
      expect.stringContaining(name),
    ]);
    expect(full.all('aws:sns/topic:Topic')).toHaveLength(1);
  });
});
