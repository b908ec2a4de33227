import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import type { Account } from './account.ts';
import { thisAccount } from './account.ts';
import type { Statement } from './iam.ts';
import { policy } from './iam.ts';

/** What the account may do with the key itself, by its IAM policies; none of it opens what is encrypted. */
export const KEY_ADMINISTRATION = [
  'CancelKeyDeletion',
  'CreateAlias',
  'DeleteAlias',
  'DescribeKey',
  'DisableKey',
  'DisableKeyRotation',
  'EnableKey',
  'EnableKeyRotation',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  'ListGrants',
  'ListKeyPolicies',
  'ListKeyRotations',
  'ListResourceTags',
  'PutKeyPolicy',
  'RevokeGrant',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'UpdateAlias',
  'UpdateKeyDescription',
].map((action) => `kms:${action}`);

/** For what writes and reads under keys of its own making. */
export const ENVELOPE = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** For a service that keeps data under the key as long as there is any. */
export const STORAGE = [
  ...ENVELOPE,
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** In the policy of a key, `*` is that key. */
const THIS_KEY = '*';

/** Lets an AWS service use the key for itself; the condition says on whose behalf. */
export const byService = (
  service: string,
  actions: string[],
  condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: actions,
  Resource: THIS_KEY,
  ...(condition === undefined ? {} : { Condition: condition }),
});

/** Lets those use the key whom the account's IAM policies let, but only by way of some services. */
export const throughServices = (
  { root }: Account,
  services: string[],
  actions: string[],
): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: root },
  Action: actions,
  Resource: THIS_KEY,
  Condition: { StringEquals: { 'kms:ViaService': services } },
});

/** Lets a service that acts for somebody of the account go on using the key afterwards. */
export const grantsToServices = ({ root }: Account, services: string[]): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: root },
  Action: ['kms:CreateGrant'],
  Resource: THIS_KEY,
  Condition: {
    StringEquals: { 'kms:ViaService': services },
    Bool: { 'kms:GrantIsForAWSResource': 'true' },
  },
});

export interface EncryptionKeyArgs {
  /** What is under it. */
  description: string;
  /** Who may use it, and how. */
  statements: Statement[];
  /** Keeps Pulumi from deleting it: without the key, what is under it is lost. */
  isProtected: boolean;
  /** @default the stack's own */
  region?: string | undefined;
}

/** A key of the account's own, turned once a year; a month passes between its deletion and its end. */
export const encryptionKey = (
  name: string,
  { description, statements, isProtected, region }: EncryptionKeyArgs,
  opts: pulumi.CustomResourceOptions,
): aws.kms.Key => {
  const place = region === undefined ? {} : { region };
  const administration: Statement = {
    Effect: 'Allow',
    Principal: { AWS: thisAccount(opts).root },
    Action: KEY_ADMINISTRATION,
    Resource: THIS_KEY,
  };
  const key = new aws.kms.Key(
    name,
    {
      ...place,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policy(administration, ...statements),
    },
    { ...opts, protect: isProtected },
  );
  // A key has no name: without an alias nobody would find it.
  new aws.kms.Alias(name, { ...place, name: `alias/${name}`, targetKeyId: key.id }, opts);
  return key;
};
