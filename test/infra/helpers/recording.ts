import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A stack to record; settings by full key, as the engine hands them over. */
export interface StackSetup {
  stack: string;
  config: Record<string, string>;
}

/** One resource, as the program registered it. */
export interface RecordedResource {
  type: string;
  name: string;
  /** False for a component. */
  custom: boolean;
  /** URN; empty at the top. */
  parent: string;
  inputs: Record<string, unknown>;
  protect: boolean;
  retainOnDelete: boolean;
  /** Empty for the default provider. */
  provider: string;
  ignoreChanges: string[];
  /** URNs. */
  dependsOn: string[];
  /** Paths of the inputs that are secret. */
  secrets: string[];
  /** Outputs that are secret whatever the provider says. */
  secretOutputs: string[];
  /** What the component's transforms make an ECS service within it ignore. */
  serviceIgnoresChanges: string[];
}

export interface Recording {
  resources: RecordedResource[];
  outputs: Record<string, string>;
}

const run = promisify(execFile);
const MAIN = join(import.meta.dirname, 'record-main.ts');
const PROJECT_FOLDER = join(import.meta.dirname, '../../..');

/**
 * Builds a stack's whole graph against mocks, in a process of its own.
 * @throws Error with what the program said when it stopped, in `stderr`
 */
export const recordStack = async (setup: StackSetup): Promise<Recording> => {
  const { stdout } = await run(process.execPath, [MAIN, JSON.stringify(setup)], {
    cwd: join(PROJECT_FOLDER, 'infra'),
    env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Recording;
};
