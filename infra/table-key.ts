import * as pulumi from '@pulumi/pulumi';
import type { Account } from './account.ts';
import { STORAGE, grantsToServices, throughServices } from './encryption-key.ts';
import type { Statement } from './iam.ts';
import { allow } from './iam.ts';

/** Whom DynamoDB copies tables as; it is made with the first copied table of the account. */
const REPLICATION_ROLE =
  'aws-service-role/replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication';

/**
 * Lets DynamoDB's replication use a key, by condition: as a principal the role would have to be there already.
 */
const byReplication = ({ id, partition }: Account, service: string): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: [...STORAGE, 'kms:CreateGrant'],
  Resource: '*',
  Condition: {
    StringEquals: { 'kms:CallerAccount': id, 'kms:ViaService': service },
    ArnEquals: {
      'aws:PrincipalArn': pulumi.interpolate`arn:${partition}:iam::${id}:role/${REPLICATION_ROLE}`,
    },
  },
});

/** Who may use the key of a table, or of its copy in a region: who uses the table. */
export const tableKeyStatements = (
  account: Account,
  region: string,
  isReplicated: boolean,
): Statement[] => {
  const service = `dynamodb.${region}.amazonaws.com`;
  return [
    throughServices(account, [service], STORAGE),
    grantsToServices(account, [service]),
    ...(isReplicated ? [byReplication(account, service)] : []),
  ];
};

type KeyArn = pulumi.Input<string> | undefined;

/** What a role needs of the table's key to read; nothing without a key. */
export const readUnder = (keyArn: KeyArn): Statement[] =>
  keyArn === undefined ? [] : [allow(['kms:Decrypt', 'kms:DescribeKey'], keyArn)];

/** What a role needs of the table's key to write, too. */
export const writeUnder = (keyArn: KeyArn): Statement[] =>
  keyArn === undefined ? [] : [allow(STORAGE, keyArn)];
