import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

/** Percent of the amount at which somebody is told. */
const ALERTS = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
];

export interface MonthlyBudgetArgs {
  /** US dollars a month for the whole account. */
  amount: string;
  /** Who is written to. */
  email: string;
}

/** Tells when the account costs more than it should, before the month is over. */
export class MonthlyBudget extends Component {
  constructor(name: string, args: MonthlyBudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super('MonthlyBudget', name, opts);

    new aws.budgets.Budget(
      name,
      {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        limitAmount: args.amount,
        limitUnit: 'USD',
        notifications: ALERTS.map((alert) => ({
          ...alert,
          thresholdType: 'PERCENTAGE',
          comparisonOperator: 'GREATER_THAN',
          subscriberEmailAddresses: [args.email],
        })),
      },
      this.child,
    );

    this.registerOutputs();
  }
}
