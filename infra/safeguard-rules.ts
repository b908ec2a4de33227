import type { StackConfig } from './stack-options.ts';

type Rule = (config: StackConfig) => string | false;

const backupInPlace: Rule = ({ backupRegion, region: here }) =>
  backupRegion === here && `backupRegion must be another region than aws:region (${here})`;

const budgetForNobody: Rule = ({ monthlyBudget, alarmEmail }) =>
  monthlyBudget !== undefined &&
  alarmEmail === undefined &&
  'monthlyBudget means nothing without alarmEmail: nobody would be told';

const lockForEver: Rule = ({ auditTrail, auditLockMode, isProtected }) =>
  auditTrail &&
  auditLockMode === 'compliance' &&
  !isProtected &&
  'auditLockMode cannot be compliance with environment dev: the stack could not be destroyed';

/** What of the keys, the audit and the recovery cannot be. */
export const SAFEGUARD_RULES: readonly Rule[] = [backupInPlace, budgetForNobody, lockForEver];
