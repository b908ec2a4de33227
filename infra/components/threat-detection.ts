import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { ToldEvents } from './alarm-topic.ts';

/** What GuardDuty calls high; severities have fractions. */
const HIGH = 7;

const HIGH_FINDINGS = {
  source: ['aws.guardduty'],
  'detail-type': ['GuardDuty Finding'],
  detail: { severity: [{ numeric: ['>=', HIGH] }] },
};

/** What a person who is woken up needs to know first. */
const LETTER = {
  inputPaths: {
    severity: '$.detail.severity',
    title: '$.detail.title',
    type: '$.detail.type',
    region: '$.region',
    account: '$.account',
    time: '$.time',
    id: '$.detail.id',
    description: '$.detail.description',
  },
  inputTemplate: [
    '"GuardDuty, severity <severity>: <title>"',
    '"<description>"',
    '"Type <type>, account <account>, region <region>, <time>, finding <id>."',
    '"What to do: docs/runbook.md, section GuardDuty found something."',
  ].join('\n'),
};

export interface ThreatDetectionArgs {
  /** Whether the account's detector in this region is made here; it can have only one. */
  hasOwnDetector: boolean;
}

/** GuardDuty, and the rule that picks out what somebody must be told of. */
export class ThreatDetection extends Component {
  readonly findings: ToldEvents;

  constructor(name: string, args: ThreatDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super('ThreatDetection', name, opts);

    if (args.hasOwnDetector) this.createDetector();
    this.findings = { rule: this.createRule(), letter: LETTER };

    this.registerOutputs();
  }

  private createDetector(): void {
    new aws.guardduty.Detector(
      this.name,
      { enable: true, findingPublishingFrequency: 'FIFTEEN_MINUTES' },
      this.child,
    );
  }

  private createRule(): aws.cloudwatch.EventRule {
    return new aws.cloudwatch.EventRule(
      this.name,
      {
        description: `GuardDuty findings of severity ${HIGH} and more`,
        eventPattern: JSON.stringify(HIGH_FINDINGS),
      },
      this.child,
    );
  }
}
