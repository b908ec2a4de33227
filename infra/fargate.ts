import type * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import type { StackConfig } from './stack-options.ts';

type Strategy = aws.types.input.ecs.ServiceCapacityProviderStrategy;

/** Without this every update would set the number of tasks back to where it started. */
export const leaveCountToScaling: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === 'aws:ecs/service:Service'
    ? { props, opts: pulumi.mergeOptions(opts, { ignoreChanges: ['desiredCount'] }) }
    : undefined;

/**
 * What tasks are placed on. Spot can be taken away: with `mixed` the tasks that must be there are not on it,
 * and three of four others are.
 */
export const strategiesFor = (capacity: StackConfig['capacity'], minTasks: number): Strategy[] => {
  const onDemand = { capacityProvider: 'FARGATE', weight: 1 };
  const spot = { capacityProvider: 'FARGATE_SPOT', weight: 1 };
  const strategies = {
    'on-demand': [onDemand],
    spot: [spot],
    mixed: [
      { ...onDemand, base: minTasks },
      { ...spot, weight: 3 },
    ],
  };
  return strategies[capacity];
};
