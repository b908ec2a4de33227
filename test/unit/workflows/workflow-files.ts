import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';

export const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
const FOLDER = join(PROJECT_FOLDER, '.github/workflows');

export interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

export interface Job {
  uses?: string;
  if?: string;
  needs?: string;
  environment?: string;
  permissions?: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': unknown };
  'timeout-minutes'?: number;
  strategy?: { matrix: Record<string, unknown> };
  steps?: Step[];
  with?: Record<string, unknown>;
}

/** A workflow of .github/workflows: its text, and what that means. */
export interface Workflow {
  file: string;
  text: string;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  concurrency?: Job['concurrency'];
  jobs: Record<string, Job>;
}

const readWorkflow = async (file: string): Promise<Workflow> => {
  const text = await readFile(join(FOLDER, file), 'utf8');
  return { file, text, ...(load(text) as Omit<Workflow, 'file' | 'text'>) };
};

/** Every workflow there is. */
export const readWorkflows = async (): Promise<Workflow[]> =>
  Promise.all((await readdir(FOLDER)).sort().map(readWorkflow));

export const stepsOf = ({ jobs }: Workflow): Step[] =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps);

/** Steps that use an action, by its name without the version. */
export const stepsUsing = (workflow: Workflow, action: string): Step[] =>
  stepsOf(workflow).filter(({ uses }) => uses?.startsWith(`${action}@`));
