import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Resource } from '../../../infra/policies/rule.ts';

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
const PACK = join(PROJECT_FOLDER, 'infra/policies');
const HOST = join(PROJECT_FOLDER, 'node_modules/@pulumi/pulumi/cmd/run-policy-pack');

/** What a pack says about a resource. */
export interface Diagnostic {
  policy: string;
  message: string;
  urn: string;
}

/** Pulumi's own process for a policy pack, asked as the engine asks it. */
export interface PolicyHost {
  analyze: (resource: Resource) => Promise<Diagnostic[]>;
  analyzeStack: (resources: readonly Resource[]) => Promise<Diagnostic[]>;
  /** Enforcement level of each policy: 0 advisory, 1 mandatory. */
  levels: () => Promise<Record<string, number>>;
  stop: () => Promise<void>;
}

// Pulumi's generated messages are CommonJS with types of their own, and gRPC is its copy, not ours.
const pulumiRequire = createRequire(join(PROJECT_FOLDER, 'node_modules/@pulumi/pulumi/index.js'));
type Message = Record<string, (...values: unknown[]) => unknown>;
type Constructor = new (...values: unknown[]) => Message;
const messages = pulumiRequire('./proto/analyzer_pb') as Record<string, Constructor>;
const services = pulumiRequire('./proto/analyzer_grpc_pb') as { AnalyzerClient: Constructor };
const { Struct } = pulumiRequire('google-protobuf/google/protobuf/struct_pb.js') as {
  Struct: { fromJavaScript: (value: object) => unknown };
};
const { Empty } = pulumiRequire('google-protobuf/google/protobuf/empty_pb.js') as {
  Empty: Constructor;
};
const { credentials } = pulumiRequire('@grpc/grpc-js') as {
  credentials: { createInsecure: () => unknown };
};

const urnOf = ({ type, name }: Resource): string =>
  `urn:pulumi:dev::spacex-dashboard::${type}::${name}`;

const messageOf = (kind: string, resource: Resource): Message => {
  const message = new messages[kind]!();
  message['setType']!(resource.type);
  message['setName']!(resource.name);
  message['setUrn']!(urnOf(resource));
  message['setOptions']!(new messages['AnalyzerResourceOptions']!());
  message['setProperties']!(Struct.fromJavaScript(resource.props));
  return message;
};

const diagnosticsOf = (response: Message): Diagnostic[] =>
  (response['getDiagnosticsList']!() as Message[]).map((diagnostic) => ({
    policy: String(diagnostic['getPolicyname']!()),
    message: String(diagnostic['getMessage']!()),
    urn: String(diagnostic['getUrn']!()),
  }));

const startProcess = async () => {
  const child = spawn(process.execPath, [HOST, '127.0.0.1:1', '.'], {
    cwd: PACK,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [port] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('The policy pack does not start'))),
  ]);
  return { child, ended, port: String(port).trim() };
};

/** Starts the pack in Pulumi's host, as `pulumi preview --policy-pack` does. */
export const startPolicyHost = async (): Promise<PolicyHost> => {
  const { child, ended, port } = await startProcess();
  const client = new services.AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const call = (method: string, request: Message): Promise<Message> =>
    new Promise((succeed, fail) => {
      client[method]!(request, (error: Error | null, response: Message) =>
        error === null ? succeed(response) : fail(error),
      );
    });
  return {
    analyze: async (resource) =>
      diagnosticsOf(await call('analyze', messageOf('AnalyzeRequest', resource))),
    analyzeStack: async (resources) => {
      const request = new messages['AnalyzeStackRequest']!();
      request['setResourcesList']!(resources.map((one) => messageOf('AnalyzerResource', one)));
      return diagnosticsOf(await call('analyzeStack', request));
    },
    levels: async () => {
      const info = await call('getAnalyzerInfo', new Empty());
      const policies = info['getPoliciesList']!() as Message[];
      return Object.fromEntries(
        policies.map((policy) => [policy['getName']!(), policy['getEnforcementlevel']!()]),
      ) as Record<string, number>;
    },
    stop: async () => {
      client['close']!();
      child.kill();
      await ended;
    },
  };
};
