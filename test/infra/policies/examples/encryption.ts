import type { Examples } from './example.ts';
import { alone, resource } from './example.ts';

const key = resource('aws:kms/key:Key');
const table = resource('aws:dynamodb/table:Table');
const logGroup = resource('aws:cloudwatch/logGroup:LogGroup');
const topic = resource('aws:sns/topic:Topic');
const queue = resource('aws:sqs/queue:Queue');
const vault = resource('aws:backup/vault:Vault');

const admitting = (statement: object) => ({
  policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', ...statement }] }),
});

const ROOT = 'arn:aws:iam::123456789012:root';
const OURS = { StringEquals: { 'kms:CallerAccount': '123456789012' } };

export const ENCRYPTION_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_7: {
    breaks: alone(key, {}, { enableKeyRotation: false }),
    keeps: alone(key, { enableKeyRotation: true }),
  },
  CKV_AWS_33: {
    breaks: alone(
      key,
      admitting({ Principal: '*' }),
      admitting({ Principal: { AWS: '*' } }),
      admitting({ Principal: { AWS: [ROOT, '*'] }, Condition: { Bool: {} } }),
    ),
    keeps: alone(
      key,
      {},
      admitting({ Principal: { AWS: ROOT } }),
      admitting({ Principal: { Service: 'events.amazonaws.com' } }),
      admitting({ Principal: { AWS: '*' }, Condition: OURS }),
      admitting({ Effect: 'Deny', Principal: '*' }),
    ),
  },
  CKV2_AWS_64: {
    breaks: alone(key, {}),
    keeps: alone(key, admitting({ Principal: { AWS: ROOT } })),
  },
  CKV_AWS_119: {
    breaks: alone(table, {}, { serverSideEncryption: { enabled: true } }),
    keeps: alone(table, { serverSideEncryption: { enabled: true, kmsKeyArn: 'key' } }),
  },
  CKV_AWS_158: {
    breaks: alone(logGroup, {}),
    keeps: alone(logGroup, { kmsKeyId: 'key' }),
  },
  CKV_AWS_26: {
    breaks: alone(topic, {}),
    keeps: alone(topic, { kmsMasterKeyId: 'key' }),
  },
  CKV_AWS_27: {
    breaks: alone(queue, {}, { sqsManagedSseEnabled: false }),
    keeps: alone(queue, { sqsManagedSseEnabled: true }, { kmsMasterKeyId: 'key' }),
  },
  CKV_AWS_166: {
    breaks: alone(vault, {}),
    keeps: alone(vault, { kmsKeyArn: 'key' }),
  },
};
