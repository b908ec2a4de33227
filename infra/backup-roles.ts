import * as pulumi from '@pulumi/pulumi';
import type { Account } from './account.ts';
import { ENVELOPE, grantsToServices, throughServices } from './encryption-key.ts';
import type { Statement } from './iam.ts';
import { allow, unscoped } from './iam.ts';

type Arn = pulumi.Input<string>;

/** What AWS Backup, backing up a table, is let do it on. */
export interface BackupScope {
  account: Account;
  tableArn: Arn;
  /** Key of the table, if it is one of ours. */
  tableKeyArn: Arn | undefined;
  /** Vaults and their keys, the copy's last. */
  vaults: { region: string; arn: Arn; keyArn: Arn }[];
}

/** Who may use a vault's key: who may use AWS Backup, and its roles. */
export const vaultKeyStatements = (account: Account, region: string): Statement[] => {
  const services = ['backup', 'dynamodb'].map((service) => `${service}.${region}.amazonaws.com`);
  return [throughServices(account, services, ENVELOPE), grantsToServices(account, services)];
};

const useKeys = (keys: Arn[]): Statement[] => [
  allow([...ENVELOPE, 'kms:DescribeKey'], ...keys),
  {
    ...allow(['kms:CreateGrant'], ...keys),
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  },
];

const keysOf = ({ tableKeyArn, vaults }: BackupScope): Arn[] => [
  ...(tableKeyArn === undefined ? [] : [tableKeyArn]),
  ...vaults.map(({ keyArn }) => keyArn),
];

const recoveryPoints = ({ account: { id, partition }, vaults }: BackupScope): Arn[] =>
  vaults.map(
    ({ region }) => pulumi.interpolate`arn:${partition}:backup:${region}:${id}:recovery-point:*`,
  );

/** What the role needs of the vaults: to fill the first one and, where there is a second, to copy from it there. */
const useVaults = ({ vaults }: BackupScope): Statement[] => {
  const [vault, ...copies] = vaults.map(({ arn }) => arn);
  if (vault === undefined) return [];
  const fill = allow(['backup:DescribeBackupVault'], vault, ...copies);
  if (copies.length === 0) return [fill];
  return [
    fill,
    allow(['backup:CopyIntoBackupVault'], ...copies),
    {
      ...unscoped('backup:CopyFromBackupVault'),
      Condition: { 'ForAllValues:ArnEquals': { 'backup:CopyTargets': copies } },
    },
  ];
};

/** What the role needs that backs up the table and copies the backups from vault to vault. */
export const backupStatements = (scope: BackupScope): Statement[] => [
  allow(
    ['dynamodb:DescribeTable', 'dynamodb:ListTagsOfResource', 'dynamodb:StartAwsBackupJob'],
    scope.tableArn,
  ),
  ...useVaults(scope),
  // A backup has the tags of its table.
  allow(['backup:TagResource'], ...recoveryPoints(scope)),
  ...useKeys(keysOf(scope)),
];

const RESTORE_ACTIONS = [
  'BatchWriteItem',
  'DeleteItem',
  'DescribeTable',
  'GetItem',
  'PutItem',
  'Query',
  'RestoreTableFromAwsBackup',
  'Scan',
  'UpdateItem',
].map((action) => `dynamodb:${action}`);

/**
 * What the role needs that restores: into tables whose name begins as the stack's, in every region with a vault.
 * It is there beforehand, since where roles are made may be lost with a region.
 */
export const restoreStatements = (scope: BackupScope, tablePrefix: string): Statement[] => {
  const { id, partition } = scope.account;
  const tables = scope.vaults.map(
    ({ region }) =>
      pulumi.interpolate`arn:${partition}:dynamodb:${region}:${id}:table/${tablePrefix}*`,
  );
  return [allow(RESTORE_ACTIONS, ...tables), ...useKeys(keysOf(scope))];
};
