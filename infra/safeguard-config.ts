import { GUARD_DUTIES, LOCK_MODES } from './safeguard-options.ts';
import type { SafeguardOptions } from './safeguard-options.ts';
import type { Settings } from './settings.ts';

/** What the defaults go by. */
interface Given {
  isProtected: boolean;
  replicaRegion: string | undefined;
}

const readAudit = (settings: Settings, { isProtected }: Given) => ({
  auditTrail: settings.flag('auditTrail', isProtected),
  auditLockMode: settings.choice('auditLockMode', LOCK_MODES, 'governance'),
  auditLockDays: settings.count('auditLockDays', 180),
  guardDuty: settings.choice('guardDuty', GUARD_DUTIES, isProtected ? 'own' : 'none'),
  awsConfig: settings.flag('awsConfig', false),
  securityHub: settings.flag('securityHub', false),
  inspector: settings.flag('inspector', false),
  monthlyBudget: settings.match(
    'monthlyBudget',
    /^[1-9]\d{0,8}(\.\d{1,2})?$/,
    'an amount of US dollars',
  ),
});

/** Reads what says how a stack is guarded: audit in `dev` costs more than what it guards. */
export const readSafeguards = (settings: Settings, given: Given): SafeguardOptions => ({
  customerManagedKeys: settings.flag('customerManagedKeys', given.isProtected),
  ...readAudit(settings, given),
  backups: settings.flag('backups', given.isProtected),
  backupRegion: settings.region('backupRegion') ?? given.replicaRegion,
});
