import * as pulumi from '@pulumi/pulumi';
import type { Account } from './account.ts';
import { EDGE_REGION } from './edge-region.ts';
import { STORAGE, byService } from './encryption-key.ts';
import type { Statement } from './iam.ts';
import { FIREWALL_LOG_PREFIX, LOG_DELIVERY, logGroupArn } from './logs.ts';

/**
 * Lets CloudWatch Logs use a key for the log groups of a stack. A group is made with its key, so the policy cannot
 * ask for the group's name, whose end is random: it asks for how the name begins.
 * @param prefix how the names of the stack's resources begin
 */
export const logGroupsKeyStatement = (
  account: Account,
  region: string,
  prefix: string,
): Statement => {
  const groups = [prefix, `${FIREWALL_LOG_PREFIX}${prefix}`].map((start) =>
    logGroupArn(account, region, `${start}*`),
  );
  return byService(`logs.${region}.amazonaws.com`, STORAGE, {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups },
  });
};

/**
 * Lets the logs of distributions be delivered under a key. What delivers them gets its name later, with a random end.
 * @param prefix how the names of the stack's resources begin
 */
export const edgeLogsKeyStatement = ({ id, partition }: Account, prefix: string): Statement =>
  byService(LOG_DELIVERY, STORAGE, {
    StringEquals: { 'aws:SourceAccount': id },
    ArnLike: {
      'aws:SourceArn': pulumi.interpolate`arn:${partition}:logs:${EDGE_REGION}:${id}:delivery-source:${prefix}*`,
    },
  });
