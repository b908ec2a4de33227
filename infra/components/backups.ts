import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { thisAccount } from '../account.ts';
import type { BackupScope } from '../backup-roles.ts';
import { backupStatements, restoreStatements, vaultKeyStatements } from '../backup-roles.ts';
import { Component } from '../component.ts';
import { encryptionKey } from '../encryption-key.ts';
import type { ServiceRole, Statement } from '../iam.ts';
import { serviceRole, thisAccountOnly } from '../iam.ts';

/** Longest physical name of a vault, a plan or a selection. */
export const BACKUP_NAME_LIMIT = 50;

/** Ends of the names of what Backups is made of; a component's name leaves room for the longest. */
const COPY = 'copy';
export const LONGEST_BACKUP_SUFFIX = `-${COPY}`.length;

const DAILY_AT_THREE = 'cron(0 3 * * ? *)';
/** As long as the table can be restored to a point in time. */
const KEPT_DAYS = 35;
/** Minutes in which a backup must begin and end. */
const START_WINDOW = 60;
const COMPLETION_WINDOW = 480;

export interface BackupsArgs {
  region: string;
  tableArn: pulumi.Input<string>;
  /** Key of the table. @default it is not one of ours */
  tableKeyArn?: pulumi.Input<string> | undefined;
  /** Region that every backup is copied to. @default backups stay where they are made */
  backupRegion?: string | undefined;
  /** How the names of tables begin that may be restored into. */
  tablePrefix: string;
  /** Keeps vaults from being deleted with backups in them, and their keys at all. */
  isProtected: boolean;
}

/** Backs the table up once a day into a vault under a key of its own, and copies that into another region. */
export class Backups extends Component {
  constructor(name: string, args: BackupsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Backups', name, opts);
    const { region, backupRegion } = args;

    const vault = this.createVault(name, region, args);
    const copy =
      backupRegion === undefined
        ? undefined
        : this.createVault(`${name}-${COPY}`, backupRegion, args);
    const scope: BackupScope = {
      account: thisAccount(this.child),
      tableArn: args.tableArn,
      tableKeyArn: args.tableKeyArn,
      vaults: [vault, ...(copy === undefined ? [] : [copy])],
    };
    this.schedule(args, vault, copy, this.createRole('backup', backupStatements(scope)));
    this.createRole('restore', restoreStatements(scope, args.tablePrefix));

    this.registerOutputs();
  }

  private createVault(name: string, region: string, args: BackupsArgs) {
    const place = region === args.region ? {} : { region };
    const key = encryptionKey(
      name,
      {
        description: 'Backups of the launches table',
        statements: vaultKeyStatements(thisAccount(this.child), region),
        isProtected: args.isProtected,
        ...place,
      },
      this.child,
    );
    const vault = new aws.backup.Vault(
      name,
      { ...place, kmsKeyArn: key.arn, forceDestroy: !args.isProtected },
      this.child,
    );
    return { region, name: vault.name, arn: vault.arn, keyArn: key.arn };
  }

  private createRole(purpose: string, statements: Statement[]): ServiceRole {
    const service = 'backup.amazonaws.com';
    const condition = thisAccountOnly(this.child);
    return serviceRole(`${this.name}-${purpose}`, { service, condition, statements }, this.child);
  }

  private schedule(
    { tableArn }: BackupsArgs,
    vault: { name: pulumi.Output<string> },
    copy: { arn: pulumi.Output<string> } | undefined,
    { role, grants }: ServiceRole,
  ): void {
    const lifecycle = { deleteAfter: KEPT_DAYS };
    const plan = new aws.backup.Plan(
      this.name,
      {
        rules: [
          {
            ruleName: 'daily',
            targetVaultName: vault.name,
            schedule: DAILY_AT_THREE,
            startWindow: START_WINDOW,
            completionWindow: COMPLETION_WINDOW,
            lifecycle,
            copyActions: copy === undefined ? [] : [{ destinationVaultArn: copy.arn, lifecycle }],
          },
        ],
      },
      this.child,
    );
    new aws.backup.Selection(
      this.name,
      { planId: plan.id, iamRoleArn: role.arn, resources: [tableArn] },
      { ...this.child, dependsOn: [grants] },
    );
  }
}
