import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { DATE_INDEX, PARTITION_KEY, SORT_KEY } from '../../domain/launches/keys.ts';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow } from '../iam.ts';
import { readUnder, writeUnder } from '../table-key.ts';
import type { Keys } from './keys.ts';

const KEY_ATTRIBUTES = [...new Set([PARTITION_KEY, SORT_KEY, DATE_INDEX.partitionKey])];

export interface LaunchesTableArgs {
  /** Keeps the table from being deleted, by AWS and by Pulumi. */
  isProtected: boolean;
  /** Region of a copy that is kept up to date. @default none */
  replicaRegion?: string | undefined;
  /** Keys it and its copy are encrypted under. @default DynamoDB's own */
  keys?: Pick<Keys, 'table' | 'replica'> | undefined;
}

/** What a program needs to use the table: its environment and what its role must allow. */
export interface TableUse {
  environment: Record<string, pulumi.Output<string>>;
  statements: Statement[];
}

/** The launches table with its date index; it can be restored to any second of the last 35 days. */
export class LaunchesTable extends Component {
  readonly tableName: pulumi.Output<string>;
  readonly tableArn: pulumi.Output<string>;
  /** For a program that reads launches and state items. */
  readonly reader: TableUse;
  /** For a program that also writes them, in batches (deletions included) and one by one. */
  readonly writer: TableUse;

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

  private useFor(...statements: Statement[]): TableUse {
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
