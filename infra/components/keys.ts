import type * as pulumi from '@pulumi/pulumi';
import type { Account } from '../account.ts';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';
import type { EncryptionKeyArgs } from '../encryption-key.ts';
import { ENVELOPE, STORAGE, byService, encryptionKey, throughServices } from '../encryption-key.ts';
import { thisAccountOnly } from '../iam.ts';
import { logGroupArn } from '../logs.ts';
import { tableKeyStatements } from '../table-key.ts';
import { trailArn, trailKeyStatement } from '../trail.ts';

export interface KeysArgs {
  region: string;
  /** Region of the table's copy. @default there is none */
  replicaRegion?: string | undefined;
  isProtected: boolean;
  /** How the names of the stack's log groups begin. */
  logGroupPrefix: string;
  /** Name of the trail that writes to the audit's bucket. */
  trailName: string;
}

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
  private readonly account: Account;

  constructor(name: string, args: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Keys', name, opts);
    this.account = thisAccount(this.child);

    this.table = this.keyOfTable('table', args.region, args);
    this.replica =
      args.replicaRegion === undefined
        ? undefined
        : this.keyOfTable('replica', args.replicaRegion, args);
    this.logs = this.keyOfLogs(args);
    this.topic = this.keyOfTopic(args);
    this.queues = this.keyOfQueues(args);
    this.buckets = this.keyOfBuckets(args);

    this.registerOutputs();
  }

  private keyOfTable(part: string, region: string, args: KeysArgs): pulumi.Output<string> {
    const isReplicated = args.replicaRegion !== undefined;
    return this.key(part, {
      description: 'The launches table',
      statements: tableKeyStatements(this.account, region, isReplicated),
      isProtected: args.isProtected,
      ...(region === args.region ? {} : { region }),
    });
  }

  /**
   * A log group is made with its key, so the key's policy cannot ask for the group's name, whose end is random:
   * it asks for how the name begins.
   */
  private keyOfLogs({ region, logGroupPrefix, isProtected }: KeysArgs): pulumi.Output<string> {
    const groups = logGroupArn(this.account, region, `${logGroupPrefix}*`);
    return this.key('logs', {
      description: 'The log groups',
      statements: [
        byService(`logs.${region}.amazonaws.com`, STORAGE, {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups },
        }),
      ],
      isProtected,
    });
  }

  private keyOfTopic({ region, isProtected }: KeysArgs): pulumi.Output<string> {
    return this.key('topic', {
      description: 'What the alarms and findings say',
      statements: [
        byService('cloudwatch.amazonaws.com', ENVELOPE, thisAccountOnly(this.child)),
        // EventBridge does not say for whom it publishes to an encrypted topic: a condition would shut it out.
        byService('events.amazonaws.com', ENVELOPE),
        throughServices(this.account, [`sns.${region}.amazonaws.com`], ENVELOPE),
      ],
      isProtected,
    });
  }

  /** Lambda and the scheduler put into the queues what failed in their roles' names, not in their own. */
  private keyOfQueues({ region, isProtected }: KeysArgs): pulumi.Output<string> {
    return this.key('queues', {
      description: 'The queues of what failed',
      statements: [throughServices(this.account, [`sqs.${region}.amazonaws.com`], ENVELOPE)],
      isProtected,
    });
  }

  private keyOfBuckets({ region, trailName, isProtected }: KeysArgs): pulumi.Output<string> {
    const trail = trailArn(this.account, region, trailName);
    return this.key('buckets', {
      description: 'The buckets of the audit',
      statements: [
        trailKeyStatement(this.account, trail),
        byService('config.amazonaws.com', ENVELOPE, thisAccountOnly(this.child)),
        throughServices(this.account, [`s3.${region}.amazonaws.com`], ENVELOPE),
      ],
      isProtected,
    });
  }

  private key(part: string, args: EncryptionKeyArgs): pulumi.Output<string> {
    return encryptionKey(`${this.name}-${part}`, args, this.child).arn;
  }
}
