import type * as awsx from '@pulumi/awsx';
import type * as pulumi from '@pulumi/pulumi';
import type { Statement } from './iam.ts';
import { unscoped } from './iam.ts';

type TaskDefinition = NonNullable<awsx.ecs.FargateServiceArgs['taskDefinitionArgs']>;
type Container = NonNullable<TaskDefinition['container']>;

/** The AWS Distro for OpenTelemetry's collector, which turns OpenTelemetry's spans into X-Ray's. */
export const COLLECTOR_IMAGE = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1';

/** AWS's own account and the layer with the same collector in it, made for the function's architecture. */
const LAYER = '901920570463:layer:aws-otel-collector-arm64-ver-0-117-0:1';

/** Where a collector beside a program listens (OTLP/HTTP). */
const [HOST, PORT] = ['127.0.0.1', 4318];

/** Megabytes the collector may take of its task, and at which it drops spans rather than take more. */
const [MEMORY, MEMORY_KEPT] = [256, 180];

/** What a program beside a collector is told. */
export const COLLECTOR_VARIABLES = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://${HOST}:${PORT}` };

/** The Lambda layer that runs a collector beside a function. */
export const collectorLayer = (region: string): string => `arn:aws:lambda:${region}:${LAYER}`;

/** What whoever runs a collector must be allowed. */
export const sendTraces = (): Statement =>
  unscoped('xray:PutTraceSegments', 'xray:PutTelemetryRecords');

/** Takes spans from this task alone and passes them on. */
const settings = (region: string) => ({
  receivers: { otlp: { protocols: { http: { endpoint: `${HOST}:${PORT}` } } } },
  processors: {
    memory_limiter: { check_interval: '1s', limit_mib: MEMORY_KEPT },
    batch: { timeout: '5s' },
  },
  exporters: {
    awsxray: { region, indexed_attributes: ['http.route', 'http.request.id', 'page.template'] },
  },
  service: {
    pipelines: {
      traces: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'batch'],
        exporters: ['awsxray'],
      },
    },
  },
});

/** A collector as a second container of a task; the task goes on without it when it ends. */
export const collectorContainer = (
  image: pulumi.Input<string>,
  region: string,
  logConfiguration: NonNullable<Container['logConfiguration']>,
): Container => ({
  name: 'collector',
  image,
  essential: false,
  memory: MEMORY,
  readonlyRootFilesystem: true,
  linuxParameters: { capabilities: { drop: ['ALL'] } },
  command: ['--config=env:AOT_CONFIG_CONTENT'],
  // The collector reads YAML, and all JSON is that.
  environment: [{ name: 'AOT_CONFIG_CONTENT', value: JSON.stringify(settings(region)) }],
  logConfiguration,
});
