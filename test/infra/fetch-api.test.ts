import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const [dev, full, longest] = [new Stack('dev'), new Stack('full'), new Stack('longest')];
const NAME = 'spacex-dashboard-dev-fetch';

describe('the manual trigger', () => {
  it('is an HTTP API that the pages of the dashboard alone may call', () => {
    const cors = (stack: Stack) => stack.inputs('aws:apigatewayv2/api:Api')['corsConfiguration'];
    expect(dev.one('aws:apigatewayv2/api:Api')).toMatchObject({
      name: NAME,
      inputs: { protocolType: 'HTTP' },
    });
    expect(cors(dev)).toMatchObject({
      allowOrigins: [dev.outputs['dashboardUrl']],
      allowMethods: ['POST'],
    });
    expect(cors(full)).toMatchObject({ allowOrigins: ['https://launches.example.org'] });
  });

  it('has one route, POST /fetch, for signed requests unless it is opened', () => {
    expect(dev.inputs('aws:apigatewayv2/route:Route')).toEqual({
      apiId: `${NAME}-id`,
      routeKey: 'POST /fetch',
      authorizationType: 'AWS_IAM',
      target: `integrations/${NAME}-id`,
    });
    expect(longest.inputs('aws:apigatewayv2/route:Route')).toMatchObject({
      authorizationType: 'NONE',
    });
  });

  it('passes requests to the function, as payload 2.0', () => {
    expect(dev.inputs('aws:apigatewayv2/integration:Integration')).toEqual({
      apiId: `${NAME}-id`,
      integrationType: 'AWS_PROXY',
      integrationUri: 'arn:invoke/spacex-dashboard-dev-ingestion',
      payloadFormatVersion: '2.0',
      timeoutMilliseconds: 30_000,
    });
  });

  it('is throttled and logs every access', () => {
    const stage = dev.inputs('aws:apigatewayv2/stage:Stage');
    expect(stage).toMatchObject({
      apiId: `${NAME}-id`,
      name: '$default',
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: 1, throttlingBurstLimit: 5 },
      accessLogSettings: { destinationArn: expect.stringContaining(`${NAME}-1234567`) },
    });
    const { format } = stage['accessLogSettings'] as { format: string };
    expect(Object.keys(JSON.parse(format) as object)).toEqual(
      expect.arrayContaining(['request_id', 'ip', 'caller', 'status', 'duration_ms']),
    );
    expect(dev.inputs('aws:cloudwatch/logGroup:LogGroup', NAME)).toEqual({ retentionInDays: 30 });
  });

  it('may call the function from this route and no other', () => {
    expect(dev.inputs('aws:lambda/permission:Permission')).toEqual({
      function: 'spacex-dashboard-dev-ingestion-1234567',
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:aws:execute-api:us-east-1:123456789012:${NAME}/$default/POST/fetch`,
    });
  });
});
