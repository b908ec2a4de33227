export const LOCK_MODES = ['governance', 'compliance'] as const;
export const GUARD_DUTIES = ['none', 'existing', 'own'] as const;

/** What a stack does beyond serving: keys, audit and recovery. */
export interface SafeguardOptions {
  /** Whether the table, logs, topic, queues and buckets are under keys of the account. @default outside dev */
  customerManagedKeys: boolean;
  /** Whether a trail writes down who called what in the account. @default outside dev */
  auditTrail: boolean;
  /** Who may delete a log file of the trail while it is locked: a few, or nobody. @default governance */
  auditLockMode: (typeof LOCK_MODES)[number];
  /** Days a log file is locked. @default 180 */
  auditLockDays: number;
  /** GuardDuty's detector: none, one the account has already, or the stack's. @default own outside dev */
  guardDuty: (typeof GUARD_DUTIES)[number];
  /** Whether AWS Config, Security Hub and Inspector are switched on in the account. @default false */
  awsConfig: boolean;
  securityHub: boolean;
  inspector: boolean;
  /** US dollars a month that the account should not go beyond; alarmEmail is told. @default not watched */
  monthlyBudget: string | undefined;
  /** Whether the table is backed up once a day. @default outside dev */
  backups: boolean;
  /** Region that backups are copied to. @default replicaRegion */
  backupRegion: string | undefined;
}
