import type { Check, Rule } from './rule.ts';
import { at, listAt, requires } from './rule.ts';

const SERVICE = 'aws:ecs/service:Service';
const TASK = 'aws:ecs/taskDefinition:TaskDefinition';
const CLUSTER = 'aws:ecs/cluster:Cluster';
const COMPONENT = 'awsx:ecs:FargateService';

const NO_PUBLIC_ADDRESS = requires(
  'gives its tasks public addresses (assignPublicIp)',
  (props) =>
    at(props, 'assignPublicIp') !== true &&
    at(props, 'networkConfiguration', 'assignPublicIp') !== true,
);

const WRITABLE_ROOT = 'has a container that may write to its root (readonlyRootFilesystem)';

const areReadOnly = (containers: readonly unknown[]): boolean =>
  containers.length > 0 &&
  containers.every((container) => at(container, 'readonlyRootFilesystem') === true);

const definedContainers = (props: unknown): unknown[] =>
  JSON.parse(String(at(props, 'containerDefinitions'))) as unknown[];

const componentContainers = (props: unknown): unknown[] => {
  const task = at(props, 'taskDefinitionArgs');
  const single = at(task, 'container');
  const named = Object.values((at(task, 'containers') ?? {}) as object) as unknown[];
  return single === undefined ? named : [single, ...named];
};

const SHARED_ROLE = 'runs and starts its tasks with one role (taskRole, executionRole)';

/** A role that is not given is one of its own. */
const differ = (executionRole: unknown, taskRole: unknown): boolean =>
  executionRole === undefined || executionRole !== taskRole;

const rolesOfComponent: Check = (props) => {
  const task = at(props, 'taskDefinitionArgs');
  return differ(at(task, 'executionRole', 'roleArn'), at(task, 'taskRole', 'roleArn'))
    ? null
    : SHARED_ROLE;
};

export const CONTAINER_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_333',
    description: 'An ECS service does not assign public IP addresses.',
    scope: 'resource',
    checks: { [SERVICE]: NO_PUBLIC_ADDRESS, [COMPONENT]: NO_PUBLIC_ADDRESS },
  },
  {
    id: 'CKV_AWS_336',
    description: 'ECS containers read their root file systems only.',
    scope: 'resource',
    checks: {
      [TASK]: requires(WRITABLE_ROOT, (props) => areReadOnly(definedContainers(props))),
      [COMPONENT]: requires(WRITABLE_ROOT, (props) => areReadOnly(componentContainers(props))),
    },
  },
  {
    id: 'CKV_AWS_249',
    description: 'The execution role and the task role of an ECS task definition differ.',
    scope: 'resource',
    checks: {
      [TASK]: requires(SHARED_ROLE, (props) =>
        differ(at(props, 'executionRoleArn'), at(props, 'taskRoleArn')),
      ),
      [COMPONENT]: rolesOfComponent,
    },
  },
  {
    id: 'CKV_AWS_65',
    description: 'An ECS cluster has Container Insights.',
    scope: 'resource',
    checks: {
      [CLUSTER]: requires('has no Container Insights (settings)', (props) =>
        listAt(props, 'settings').some(
          (setting) =>
            at(setting, 'name') === 'containerInsights' &&
            ['enabled', 'enhanced'].includes(String(at(setting, 'value'))),
        ),
      ),
    },
  },
];
