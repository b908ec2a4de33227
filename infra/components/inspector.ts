import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';

/** What this system is made of that has packages in it. */
const SCANNED = ['ECR', 'LAMBDA'];

/** Inspector: tells of known weaknesses in images and functions, old ones too when a weakness becomes known. */
export class Inspector extends Component {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super('Inspector', name, opts);
    const { id } = thisAccount(this.child);

    new aws.inspector2.Enabler(name, { accountIds: [id], resourceTypes: SCANNED }, this.child);

    this.registerOutputs();
  }
}
