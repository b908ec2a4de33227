/**
 * Runs the program as Pulumi would, in plain Node by type stripping, against Pulumi's mocks, and prints what
 * it registered: `{stack, config}` as JSON comes in by the first argument, a recording goes out by standard output.
 */
import * as pulumi from '@pulumi/pulumi';
import type { RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb.js';
import { fakeAnswer, fakeOutputs } from './fakes.ts';
import type { RecordedResource, Recording, StackSetup } from './recording.ts';

const PROJECT = 'spacex-dashboard';
/** How Pulumi marks values that are more than JSON, and among them secrets. */
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

interface Monitor {
  registerResource: (request: RegisterResourceRequest, callback: unknown) => Promise<void>;
  transformCallbacks: Map<string, pulumi.ResourceTransform>;
}

interface Plain {
  value: unknown;
  /** Paths of what was marked as secret. */
  secrets: string[];
}

const isSecret = (value: object): value is { value: unknown } =>
  SIGNATURE in value && value[SIGNATURE] === SECRET;

/** What is sent to the engine, with secrets laid open and listed. */
const plain = (value: unknown, path = ''): Plain => {
  if (typeof value !== 'object' || value === null) return { value, secrets: [] };
  if (isSecret(value)) return { value: plain(value.value, path).value, secrets: [path] };
  const entries = Object.entries(value).map(
    ([key, part]) => [key, plain(part, path === '' ? key : `${path}.${key}`)] as const,
  );
  const parts = entries.map(([key, part]) => [key, part.value] as const);
  return {
    value: Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts),
    secrets: entries.flatMap(([, { secrets }]) => secrets),
  };
};

/** What transforms make of the options of a service within the resource. */
const ignoredBelow = async (
  monitor: Monitor,
  request: RegisterResourceRequest,
): Promise<string[]> => {
  let opts: pulumi.CustomResourceOptions = {};
  for (const callback of request.getTransformsList()) {
    const transform = monitor.transformCallbacks.get(callback.getToken());
    const type = 'aws:ecs/service:Service';
    const result = await transform?.({ custom: true, type, name: 'child', props: {}, opts });
    opts = (result?.opts ?? opts) as pulumi.CustomResourceOptions;
  }
  return opts.ignoreChanges ?? [];
};

const describe = async (
  monitor: Monitor,
  request: RegisterResourceRequest,
): Promise<RecordedResource> => {
  const { value, secrets } = plain(request.getObject()?.toJavaScript() ?? {});
  return {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    parent: request.getParent(),
    inputs: value as RecordedResource['inputs'],
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
    provider: request.getProvider(),
    ignoreChanges: request.getIgnorechangesList(),
    dependsOn: request.getDependenciesList(),
    secrets,
    secretOutputs: request.getAdditionalsecretoutputsList(),
    serviceIgnoresChanges: await ignoredBelow(monitor, request),
  };
};

const record = async ({ stack, config }: StackSetup): Promise<Recording> => {
  const resources: Promise<RecordedResource>[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => ({
        id: `${name}-id`,
        state: fakeOutputs(type, name, inputs),
      }),
      call: ({ token, inputs }) => fakeAnswer(token, inputs),
    },
    PROJECT,
    stack,
  );
  pulumi.runtime.setAllConfig(config);
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    resources.push(describe(monitor, request));
    return register(request, callback);
  };
  const program = (await import('../../../infra/index.ts')) as Record<string, unknown>;
  const outputs = await new Promise<Recording['outputs']>((resolve) =>
    pulumi.output({ ...program }).apply((values) => resolve(values as Recording['outputs'])),
  );
  await new Promise((resolve) => process.once('beforeExit', resolve));
  return { resources: await Promise.all(resources), outputs };
};

const setup = JSON.parse(process.argv[2] ?? '{}') as StackSetup;
try {
  process.stdout.write(JSON.stringify(await record(setup)));
} catch (error) {
  if (!(error instanceof pulumi.RunError)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
