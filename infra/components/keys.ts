import type * as pulumi from '@pulumi/pulumi';
import type { Account } from '../account.ts';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';
import type { EncryptionKeyArgs } from '../encryption-key.ts';
import { ENVELOPE, byService, encryptionKey, throughServices } from '../encryption-key.ts';
import { EDGE_REGION } from '../edge-region.ts';
import type { Statement } from '../iam.ts';
import { thisAccountOnly } from '../iam.ts';
import { edgeLogsKeyStatement, logGroupsKeyStatement } from '../log-keys.ts';
import { tableKeyStatements } from '../table-key.ts';
import { trailArn, trailKeyStatement } from '../trail.ts';

export interface KeysArgs {
  region: string;
  /** Region of the table's copy. @default there is none */
  replicaRegion?: string | undefined;
  isProtected: boolean;
  /** Whether CloudFront stands in front, whose firewall and alarms are in us-east-1. */
  edge: boolean;
  /** How the names of the stack's resources begin. */
  prefix: string;
  /** Name of the trail that writes to the audit's bucket. */
  trailName: string;
}

/** EventBridge does not say for whom it publishes to an encrypted topic: a condition would shut it out. */
const BY_EVENTBRIDGE = byService('events.amazonaws.com', ENVELOPE);

/** Keys of what watches one region. */
type Watching = Record<'logs' | 'topic', pulumi.Output<string>>;

/** The stack's own keys, each for one kind of thing, with a policy of its own. What is given none has AWS's. */
export class Keys extends Component {
  /** ARNs of the keys. */
  readonly table: pulumi.Output<string>;
  /** The table's copy can only be under a key of its own region. */
  readonly replica: pulumi.Output<string> | undefined;
  readonly logs: pulumi.Output<string>;
  readonly topic: pulumi.Output<string>;
  readonly queues: pulumi.Output<string>;
  readonly buckets: pulumi.Output<string>;
  /** Those for us-east-1: of their own where the stack is elsewhere, as a key serves its region alone. */
  readonly nearEdge: Watching;
  private readonly account: Account;

  constructor(name: string, args: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Keys', name, opts);
    this.account = thisAccount(this.child);

    this.table = this.keyOfTable('table', args.region, args);
    this.replica =
      args.replicaRegion === undefined
        ? undefined
        : this.keyOfTable('replica', args.replicaRegion, args);
    this.logs = this.keyOfLogs('logs', args);
    this.topic = this.keyOfTopic('topic', args, [BY_EVENTBRIDGE]);
    this.queues = this.keyOfQueues(args);
    this.buckets = this.keyOfBuckets(args);
    this.nearEdge = this.keysNearEdge(args);

    this.registerOutputs();
  }

  private keyOfTable(part: string, region: string, args: KeysArgs): pulumi.Output<string> {
    const isReplicated = args.replicaRegion !== undefined;
    return this.key(part, {
      description: 'The launches table',
      statements: tableKeyStatements(this.account, region, isReplicated),
      isProtected: args.isProtected,
      region,
    });
  }

  private keyOfLogs(part: string, { region, prefix, isProtected }: KeysArgs) {
    return this.key(part, {
      description: 'The log groups',
      statements: [logGroupsKeyStatement(this.account, region, prefix)],
      isProtected,
      region,
    });
  }

  private keyOfTopic(
    part: string,
    { region, isProtected }: KeysArgs,
    publishers: readonly Statement[] = [],
  ) {
    return this.key(part, {
      description: 'What the alarms and findings say',
      statements: [
        byService('cloudwatch.amazonaws.com', ENVELOPE, thisAccountOnly(this.child)),
        ...publishers,
        throughServices(this.account, [`sns.${region}.amazonaws.com`], ENVELOPE),
      ],
      isProtected,
      region,
    });
  }

  private keysNearEdge(args: KeysArgs): Watching {
    if (!args.edge || args.region === EDGE_REGION) return this;
    const near = { ...args, region: EDGE_REGION };
    return {
      logs: this.keyOfLogs('edge-logs', near),
      topic: this.keyOfTopic('edge-topic', near),
    };
  }

  /** Lambda and the scheduler put into the queues what failed in their roles' names, not in their own. */
  private keyOfQueues({ region, isProtected }: KeysArgs): pulumi.Output<string> {
    return this.key('queues', {
      description: 'The queues of what failed',
      statements: [throughServices(this.account, [`sqs.${region}.amazonaws.com`], ENVELOPE)],
      isProtected,
    });
  }

  private keyOfBuckets({
    region,
    trailName,
    isProtected,
    edge,
    prefix,
  }: KeysArgs): pulumi.Output<string> {
    const trail = trailArn(this.account, region, trailName);
    return this.key('buckets', {
      description: 'The buckets of the audit and of the access logs',
      statements: [
        trailKeyStatement(this.account, trail),
        byService('config.amazonaws.com', ENVELOPE, thisAccountOnly(this.child)),
        ...(edge ? [edgeLogsKeyStatement(this.account, prefix)] : []),
        throughServices(this.account, [`s3.${region}.amazonaws.com`], ENVELOPE),
      ],
      isProtected,
    });
  }

  private key(part: string, args: EncryptionKeyArgs): pulumi.Output<string> {
    return encryptionKey(`${this.name}-${part}`, args, this.child).arn;
  }
}
