import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedResource, Recording } from './recording.ts';
import { RECORDINGS_VARIABLE } from './setup.ts';
import type { StackName } from './stacks.ts';

export interface PolicyStatement {
  Effect: string;
  Action: string | string[];
  Resource?: string | string[];
  Principal?: unknown;
  Condition?: unknown;
}

const listOf = (value: string | string[] | undefined): string[] => [value ?? []].flat();

/** A policy document as actions and resources in lists. */
export const statementsOf = (document: unknown) =>
  (JSON.parse(String(document)) as { Statement: PolicyStatement[] }).Statement.map((statement) => ({
    ...statement,
    Action: listOf(statement.Action),
    Resource: listOf(statement.Resource),
  }));

/** The graph of a recorded stack. */
export class Stack {
  readonly resources: RecordedResource[];
  readonly outputs: Recording['outputs'];

  constructor(name: StackName) {
    const folder = process.env[RECORDINGS_VARIABLE];
    if (folder === undefined) throw new Error('run these tests as the project "infra" of Jest');
    const text = readFileSync(join(folder, `${name}.json`), 'utf8');
    const { resources, outputs } = JSON.parse(text) as Recording;
    this.resources = resources;
    this.outputs = outputs;
  }

  all(type: string): RecordedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  names(type: string): string[] {
    return this.all(type)
      .map(({ name }) => name)
      .sort();
  }

  /** The one resource of a type, or the one of that name. */
  one(type: string, name?: string): RecordedResource {
    const found = this.all(type).filter((each) => name === undefined || each.name === name);
    const [only] = found;
    if (found.length !== 1 || only === undefined) {
      throw new Error(`${found.length} of ${type} ${name ?? ''}, not one`);
    }
    return only;
  }

  inputs(type: string, name?: string): Record<string, unknown> {
    return this.one(type, name).inputs;
  }

  /** Statements of the policy of the role with this name. */
  grants(role: string) {
    return statementsOf(this.inputs('aws:iam/rolePolicy:RolePolicy', role)['policy']);
  }
}
