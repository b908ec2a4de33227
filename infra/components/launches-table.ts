import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import {
  DATE_INDEX,
  PARTITION_KEY,
  REMOVED_AFTER,
  SESSION_ID_PREFIX,
  SORT_KEY,
} from '../../domain/launches/keys.ts';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow } from '../iam.ts';
import { readUnder, writeUnder } from '../table-key.ts';
import type { Use } from '../uses.ts';
import type { Keys } from './keys.ts';

const KEY_ATTRIBUTES = [...new Set([PARTITION_KEY, SORT_KEY, DATE_INDEX.partitionKey])];

/** Items of these partition keys alone. */
const OF_SESSIONS: Statement['Condition'] = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${SESSION_ID_PREFIX}*`] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
};

export interface LaunchesTableArgs {
  /** Keeps the table from being deleted, by AWS and by Pulumi. */
  isProtected: boolean;
  /** Region of a copy that is kept up to date. @default none */
  replicaRegion?: string | undefined;
  /** Keys it and its copy are encrypted under. @default DynamoDB's own */
  keys?: Pick<Keys, 'table' | 'replica'> | undefined;
}

/** The launches table with its date index; it can be restored to any second of the last 35 days. */
export class LaunchesTable extends Component {
  readonly tableName: pulumi.Output<string>;
  readonly tableArn: pulumi.Output<string>;
  /** For a program that reads launches and state items. */
  readonly reader: Use;
  /** For a program that notes which sessions were ended, and can write nothing else. */
  readonly sessionNotes: Use;
  /** For a program that also writes launches and state items, in batches (deletions included) and one by one. */
  readonly writer: Use;

  constructor(name: string, args: LaunchesTableArgs, opts?: pulumi.ComponentResourceOptions) {
    super('LaunchesTable', name, opts);

    const table = this.createTable(args);

    this.tableName = table.name;
    this.tableArn = table.arn;
    const index = pulumi.interpolate`${table.arn}/index/${DATE_INDEX.name}`;
    this.reader = this.useFor(
      allow(['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'], table.arn, index),
      ...readUnder(args.keys?.table),
    );
    this.sessionNotes = this.useFor(
      { ...allow(['dynamodb:PutItem'], table.arn), Condition: OF_SESSIONS },
      ...writeUnder(args.keys?.table),
    );
    this.writer = this.useFor(
      allow(
        [
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
        ],
        table.arn,
      ),
      allow(['dynamodb:Query'], table.arn, index),
      ...writeUnder(args.keys?.table),
    );
    this.registerOutputs({ tableName: this.tableName });
  }

  private createTable(args: LaunchesTableArgs): aws.dynamodb.Table {
    const { isProtected, keys } = args;
    return new aws.dynamodb.Table(
      this.name,
      {
        billingMode: 'PAY_PER_REQUEST',
        hashKey: PARTITION_KEY,
        rangeKey: SORT_KEY,
        attributes: KEY_ATTRIBUTES.map((name) => ({ name, type: 'S' })),
        globalSecondaryIndexes: [
          {
            name: DATE_INDEX.name,
            keySchemas: [
              { attributeName: DATE_INDEX.partitionKey, keyType: 'HASH' },
              { attributeName: DATE_INDEX.sortKey, keyType: 'RANGE' },
            ],
            projectionType: 'ALL',
          },
        ],
        ttl: { enabled: true, attributeName: REMOVED_AFTER },
        pointInTimeRecovery: { enabled: true },
        serverSideEncryption: {
          enabled: true,
          ...(keys === undefined ? {} : { kmsKeyArn: keys.table }),
        },
        deletionProtectionEnabled: isProtected,
        ...copyOf(args),
      },
      { ...this.child, protect: isProtected },
    );
  }

  private useFor(...statements: Statement[]): Use {
    return { environment: { DYNAMODB_TABLE: this.tableName }, statements };
  }
}

/** A copy elsewhere is fed from the table's stream. */
const copyOf = (args: LaunchesTableArgs): Partial<aws.dynamodb.TableArgs> => {
  const { replicaRegion, isProtected, keys } = args;
  if (replicaRegion === undefined) return {};
  return {
    streamEnabled: true,
    streamViewType: 'NEW_AND_OLD_IMAGES',
    replicas: [
      {
        regionName: replicaRegion,
        pointInTimeRecovery: true,
        deletionProtectionEnabled: isProtected,
        propagateTags: true,
        ...(keys?.replica === undefined ? {} : { kmsKeyArn: keys.replica }),
      },
    ],
  };
};
