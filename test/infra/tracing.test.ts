import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const SERVICE = 'awsx:ecs:FargateService';
const FUNCTION = 'aws:lambda/function:Function';
const ENDPOINT = 'aws:ec2/vpcEndpoint:VpcEndpoint';
const [dev, full, abroad, traced] = [
  new Stack('dev'),
  new Stack('full'),
  new Stack('abroad'),
  new Stack('traced'),
];
const SEND = {
  Effect: 'Allow',
  Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  Resource: ['*'],
};
const COLLECTOR = { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://127.0.0.1:4318' };

interface Container {
  name: string;
  image: string;
  environment: { name: string; value: string }[];
  [input: string]: unknown;
}

const task = (stack: Stack) =>
  stack.inputs(SERVICE)['taskDefinitionArgs'] as {
    container?: Container;
    containers?: { dashboard: Container; collector: Container };
  };

const variables = (stack: Stack) =>
  (stack.inputs(FUNCTION)['environment'] as { variables: Record<string, string> }).variables;

describe('tracing', () => {
  it('is off unless it is asked for: no collector, no grant, no variable', () => {
    for (const stack of [dev, full]) {
      expect(task(stack).containers).toBeUndefined();
      expect(JSON.stringify(task(stack).container)).not.toContain('OTEL');
      expect(stack.inputs(FUNCTION)).not.toHaveProperty('layers');
      expect(variables(stack)).not.toHaveProperty(COLLECTOR.name);
    }
    expect(dev.grants('spacex-dashboard-dev-web-task')).not.toContainEqual(SEND);
    expect(full.names(ENDPOINT).filter((name) => name.endsWith('-xray'))).toEqual([]);
  });

  it('puts a collector beside the dashboard, that hears this task alone and may only send traces', () => {
    const { dashboard, collector } = task(abroad).containers!;
    expect(task(abroad).container).toBeUndefined();
    expect(dashboard.environment).toContainEqual(COLLECTOR);
    expect(dashboard.environment).toContainEqual({
      name: 'OTEL_TRACES_SAMPLER_ARG',
      value: '0.05',
    });
    expect(collector).toMatchObject({
      name: 'collector',
      image: expect.stringMatching(/^public\.ecr\.aws\/aws-observability\/aws-otel-collector:v\d/),
      essential: false,
      readonlyRootFilesystem: true,
      linuxParameters: { capabilities: { drop: ['ALL'] } },
      command: ['--config=env:AOT_CONFIG_CONTENT'],
    });
    expect(collector).not.toHaveProperty('portMappings');
    const [{ name, value } = { name: '', value: '' }] = collector.environment;
    expect(name).toBe('AOT_CONFIG_CONTENT');
    expect(JSON.parse(value)).toMatchObject({
      receivers: { otlp: { protocols: { http: { endpoint: '127.0.0.1:4318' } } } },
      exporters: { awsxray: { region: 'eu-west-1' } },
      service: { pipelines: { traces: { receivers: ['otlp'], exporters: ['awsxray'] } } },
    });
    const grants = abroad.grants('spacex-dashboard-abroad-web-task');
    expect(grants.filter((grant) => JSON.stringify(grant).includes('xray:'))).toEqual([SEND]);
  });

  it('still leads the balancer to the dashboard, and logs apart in one group', () => {
    expect(abroad.inputs(SERVICE)['loadBalancers']).toEqual([
      expect.objectContaining({ containerName: 'dashboard', containerPort: 3000 }),
    ]);
    const { dashboard, collector } = task(abroad).containers!;
    const logs = ({ logConfiguration }: Container) =>
      (logConfiguration as { options: Record<string, string> }).options;
    expect(logs(collector)).toEqual({
      ...logs(dashboard),
      'awslogs-stream-prefix': 'collector',
    });
  });

  it('puts the collector of the same region and architecture beside the function', () => {
    expect(abroad.inputs(FUNCTION)).toMatchObject({
      architectures: ['arm64'],
      tracingConfig: { mode: 'Active' },
      layers: [
        expect.stringMatching(
          /^arn:aws:lambda:eu-west-1:901920570463:layer:aws-otel-collector-arm64-ver-[\d-]+:\d+$/,
        ),
      ],
    });
    expect(variables(abroad)).toHaveProperty(COLLECTOR.name, COLLECTOR.value);
    expect(abroad.grants('spacex-dashboard-abroad-ingestion')).toContainEqual(SEND);
  });

  it('traces as many requests as it is told to', () => {
    expect(task(traced).containers!.dashboard.environment).toContainEqual({
      name: 'OTEL_TRACES_SAMPLER_ARG',
      value: '0.2',
    });
  });

  it('reaches X-Ray, and a collector of ours, where there is no way to the internet', () => {
    const image = '210987654321.dkr.ecr.us-east-1.amazonaws.com/shared/collector:1.2.3';
    expect(task(traced).containers!.collector.image).toBe(image);
    const endpoint = traced.inputs(ENDPOINT, 'spacex-dashboard-traced-network-endpoints-xray');
    expect(endpoint).toMatchObject({
      serviceName: 'com.amazonaws.us-east-1.xray',
      vpcEndpointType: 'Interface',
      privateDnsEnabled: true,
    });
    expect(traced.grants('spacex-dashboard-traced-web-execution')).toContainEqual({
      Effect: 'Allow',
      Action: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      Resource: ['arn:aws:ecr:us-east-1:210987654321:repository/shared/collector'],
    });
  });
});
