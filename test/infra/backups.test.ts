import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const [dev, full, longest] = [new Stack('dev'), new Stack('full'), new Stack('longest')];
const VAULT = 'aws:backup/vault:Vault';
const NAME = 'spacex-dashboard-full-backups';
const COPY = `arn:aws:backup:eu-west-1:123456789012:${NAME}-copy-1234567`;
const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:spacex-dashboard-full-launches-1234567';

const rulesOf = (stack: Stack) =>
  stack.inputs('aws:backup/plan:Plan')['rules'] as Record<string, unknown>[];

describe('backups', () => {
  it('are not made in dev', () => {
    expect(dev.resources.filter(({ type }) => type.startsWith('aws:backup/'))).toEqual([]);
  });

  it('are made of the table once a day, kept 35 days, and copied to the other region', () => {
    const lifecycle = { deleteAfter: 35 };
    expect(rulesOf(full)).toEqual([
      expect.objectContaining({
        targetVaultName: `${NAME}-1234567`,
        schedule: 'cron(0 3 * * ? *)',
        lifecycle,
        copyActions: [{ destinationVaultArn: COPY, lifecycle }],
      }),
    ]);
    expect(full.inputs('aws:backup/selection:Selection')).toMatchObject({
      resources: [TABLE],
      iamRoleArn: expect.stringContaining(`${NAME}-backup`),
    });
  });

  it('lie in vaults, each under a key of its own in its region', () => {
    const keyOf = (name: string, region = 'us-east-1') =>
      `arn:aws:kms:${region}:123456789012:${name}-1234567`;
    expect(full.inputs(VAULT, NAME)).toEqual({ kmsKeyArn: keyOf(NAME), forceDestroy: false });
    expect(full.inputs(VAULT, `${NAME}-copy`)).toEqual({
      region: 'eu-west-1',
      kmsKeyArn: keyOf(`${NAME}-copy`, 'eu-west-1'),
      forceDestroy: false,
    });
    expect(full.inputs('aws:kms/key:Key', `${NAME}-copy`)).toMatchObject({ region: 'eu-west-1' });
  });

  it('stay where they are without another region', () => {
    expect(longest.all(VAULT)).toHaveLength(1);
    expect(rulesOf(longest)).toEqual([expect.objectContaining({ copyActions: [] })]);
    const actions = longest
      .grants('sd-abcdefgh-1234567-backups-backup')
      .flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('Copy'))).toEqual([]);
  });
});

describe('the roles of AWS Backup', () => {
  it('back up the one table, and copy to the one vault', () => {
    const grants = full.grants(`${NAME}-backup`);
    const ofTable = grants.filter(({ Resource }) => Resource.includes(TABLE));
    expect(ofTable.flatMap(({ Action }) => Action)).toEqual([
      'dynamodb:DescribeTable',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
    ]);
    expect(grants).toContainEqual({
      Effect: 'Allow',
      Action: ['backup:CopyFromBackupVault'],
      Resource: ['*'],
      Condition: { 'ForAllValues:ArnEquals': { 'backup:CopyTargets': [COPY] } },
    });
  });

  it('restore into tables of this stack, in both regions', () => {
    const [restore] = full.grants(`${NAME}-restore`);
    expect(restore?.Action).toContain('dynamodb:RestoreTableFromAwsBackup');
    expect(restore?.Resource).toEqual(
      ['us-east-1', 'eu-west-1'].map(
        (region) => `arn:aws:dynamodb:${region}:123456789012:table/spacex-dashboard-full-*`,
      ),
    );
  });

  it('let others go on using a key only for resources of AWS', () => {
    for (const role of ['backup', 'restore']) {
      const grants = full.grants(`${NAME}-${role}`);
      const creating = grants.filter(({ Action }) => Action.includes('kms:CreateGrant'));
      expect(creating).toEqual([
        expect.objectContaining({ Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }),
      ]);
    }
  });
});
