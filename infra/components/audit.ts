import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { StackConfig } from '../stack-options.ts';
import type { ToldEvents } from './alarm-topic.ts';
import { AuditTrail } from './audit-trail.ts';
import { ConfigRecorder } from './config-recorder.ts';
import { Inspector } from './inspector.ts';
import type { Keys } from './keys.ts';
import { MonthlyBudget } from './monthly-budget.ts';
import { SecurityHub } from './security-hub.ts';
import { ThreatDetection } from './threat-detection.ts';

type Switches = Pick<
  StackConfig,
  | 'region'
  | 'isProtected'
  | 'auditTrail'
  | 'auditLockMode'
  | 'auditLockDays'
  | 'guardDuty'
  | 'awsConfig'
  | 'securityHub'
  | 'inspector'
  | 'monthlyBudget'
  | 'alarmEmail'
>;

export interface AuditArgs extends Switches {
  /** Name of the trail, as the policy of its key has it. */
  trailName: string;
  /** @default AWS's own */
  keys?: Pick<Keys, 'logs' | 'buckets'> | undefined;
}

/** What watches the account rather than the system, each part by its own switch: an account may have it already. */
export class Audit extends Component {
  /** What somebody must be told of. */
  readonly events: Record<string, ToldEvents>;

  constructor(name: string, args: AuditArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Audit', name, opts);

    if (args.auditTrail) new AuditTrail(`${name}-trail`, args, this.child);
    this.events = this.detectThreats(args);
    if (args.awsConfig) new ConfigRecorder(`${name}-config`, args, this.child);
    if (args.securityHub) new SecurityHub(`${name}-hub`, args, this.child);
    if (args.inspector) new Inspector(`${name}-inspector`, this.child);
    this.watchCosts(args);

    this.registerOutputs();
  }

  private detectThreats({ guardDuty }: AuditArgs): Record<string, ToldEvents> {
    if (guardDuty === 'none') return {};
    const hasOwnDetector = guardDuty === 'own';
    const threats = new ThreatDetection(`${this.name}-threats`, { hasOwnDetector }, this.child);
    return { findings: threats.findings };
  }

  private watchCosts({ monthlyBudget, alarmEmail }: AuditArgs): void {
    if (monthlyBudget === undefined || alarmEmail === undefined) return;
    const args = { amount: monthlyBudget, email: alarmEmail };
    new MonthlyBudget(`${this.name}-budget`, args, this.child);
  }
}
