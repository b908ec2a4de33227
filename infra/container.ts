import type * as awsx from '@pulumi/awsx';
import type * as pulumi from '@pulumi/pulumi';

type TaskDefinition = NonNullable<awsx.ecs.FargateServiceArgs['taskDefinitionArgs']>;
type Container = NonNullable<TaskDefinition['container']>;

/** The image's user `node`, by number so that ECS need not look it up. */
const USER = '1000:1000';

export interface ContainerArgs {
  name: string;
  image: pulumi.Input<string>;
  /** Port it listens on. */
  port: number;
  variables: Record<string, pulumi.Input<string>>;
  logGroupName: pulumi.Input<string>;
  region: string;
}

/** ECS asks the container itself; the balancer asks from outside. */
const healthCheck = (port: number) => ({
  command: [
    'CMD',
    'node',
    '-e',
    `fetch('http://127.0.0.1:${port}/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`,
  ],
  interval: 15,
  timeout: 5,
  retries: 3,
  startPeriod: 30,
});

/** Logs of a container, in streams that start with a name. */
export const logsTo = (groupName: pulumi.Input<string>, region: string, streamPrefix: string) => ({
  logDriver: 'awslogs',
  options: {
    'awslogs-group': groupName,
    'awslogs-region': region,
    'awslogs-stream-prefix': streamPrefix,
  },
});

/** The dashboard's container: an unprivileged user on a root it cannot write to. */
export const container = (args: ContainerArgs): Container => ({
  name: args.name,
  image: args.image,
  essential: true,
  user: USER,
  readonlyRootFilesystem: true,
  linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
  portMappings: [{ containerPort: args.port, protocol: 'tcp' }],
  environment: Object.entries(args.variables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value })),
  healthCheck: healthCheck(args.port),
  logConfiguration: logsTo(args.logGroupName, args.region, args.name),
});
