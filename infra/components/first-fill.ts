import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

export interface FirstFillArgs {
  functionName: pulumi.Input<string>;
  sources: readonly string[];
  /** What a run needs beside the function: a component's children do not wait for what it depends on. */
  after: pulumi.Resource[];
}

/**
 * Reads every source whole, once: when the stack, or a source in it, is new. A launch API that is down does
 * not fail the update: the schedule goes on where the fill stopped.
 */
export class FirstFill extends Component {
  constructor(name: string, args: FirstFillArgs, opts?: pulumi.ComponentResourceOptions) {
    super('FirstFill', name, opts);

    for (const source of args.sources) {
      new aws.lambda.Invocation(
        `${name}-${source}`,
        {
          functionName: args.functionName,
          input: JSON.stringify({ backfill: true, source, report_failure: true }),
          lifecycleScope: 'CREATE_ONLY',
        },
        { ...this.child, dependsOn: args.after },
      );
    }

    this.registerOutputs();
  }
}
