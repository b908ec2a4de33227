import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const TARGET = 'aws:appautoscaling/target:Target';
const POLICY = 'aws:appautoscaling/policy:Policy';
const ACTION = 'aws:appautoscaling/scheduledAction:ScheduledAction';
const [bare, dev, full, longest] = [
  new Stack('bare'),
  new Stack('dev'),
  new Stack('full'),
  new Stack('longest'),
];
const NAME = 'spacex-dashboard-dev-scaling';

describe('scaling', () => {
  it('is of the service, from 1 to 5 tasks unless configured', () => {
    expect(bare.inputs(TARGET, NAME)).toEqual({
      serviceNamespace: 'ecs',
      scalableDimension: 'ecs:service:DesiredCount',
      resourceId:
        'service/spacex-dashboard-dev-web-cluster-1234567/spacex-dashboard-dev-web-1234567',
      minCapacity: 1,
      maxCapacity: 5,
    });
    expect(full.inputs(TARGET)).toMatchObject({ minCapacity: 2, maxCapacity: 8 });
  });

  it.each([
    ['cpu', 70, { predefinedMetricType: 'ECSServiceAverageCPUUtilization' }],
    ['memory', 80, { predefinedMetricType: 'ECSServiceAverageMemoryUtilization' }],
    [
      'requests',
      1000,
      {
        predefinedMetricType: 'ALBRequestCountPerTarget',
        resourceLabel:
          'app/spacex-dashboard-dev-lb-1234567/1/targetgroup/spacex-dashboard-dev-lb-1234567/2',
      },
    ],
  ])('keeps %s near %d', (part, targetValue, predefinedMetricSpecification) => {
    expect(dev.inputs(POLICY, `${NAME}-${part}`)).toMatchObject({
      policyType: 'TargetTrackingScaling',
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        predefinedMetricSpecification,
        scaleOutCooldown: 60,
        scaleInCooldown: 300,
      },
    });
  });

  it('has the same bounds always unless weekdays have their own', () => {
    expect(dev.all(ACTION)).toEqual([]);
    expect(dev.one(TARGET).ignoreChanges).toEqual([]);
  });

  it('gives weekdays bounds of their own, which updates leave alone', () => {
    const inputs = (part: string) => full.inputs(ACTION, `spacex-dashboard-full-scaling-${part}`);
    expect(inputs('morning')).toMatchObject({
      schedule: 'cron(0 9 ? * MON-FRI *)',
      timezone: 'Europe/Berlin',
      scalableTargetAction: { minCapacity: 4, maxCapacity: 10 },
    });
    expect(inputs('evening')).toMatchObject({
      schedule: 'cron(0 18 ? * MON-FRI *)',
      timezone: 'Europe/Berlin',
      scalableTargetAction: { minCapacity: 2, maxCapacity: 5 },
    });
    expect(full.one(TARGET).ignoreChanges).toEqual(['minCapacity', 'maxCapacity']);
    expect(longest.all(ACTION).map((action) => action.inputs['timezone'])).toEqual(['UTC', 'UTC']);
  });
});
