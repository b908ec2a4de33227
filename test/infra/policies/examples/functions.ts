import type { Examples } from './example.ts';
import { alone, resource } from './example.ts';

const lambda = resource('aws:lambda/function:Function');
const invokeConfig = resource('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig');
const permission = resource('aws:lambda/permission:Permission');
const route = resource('aws:apigatewayv2/route:Route');
const stage = resource('aws:apigatewayv2/stage:Stage');

const onFailureOf = (functionName: string) => ({
  functionName,
  destinationConfig: { onFailure: { destination: 'queue' } },
});
const scheduler = { principal: 'scheduler.amazonaws.com' };

export const FUNCTION_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_116: {
    breaks: [
      [lambda({})],
      [lambda({}), invokeConfig({ functionName: 'one', maximumRetryAttempts: 1 })],
      [lambda({}), lambda({}, 'second'), invokeConfig(onFailureOf('one'))],
    ],
    keeps: [
      [lambda({ deadLetterConfig: { targetArn: 'queue' } })],
      [lambda({}), invokeConfig(onFailureOf('one'))],
    ],
  },
  CKV_AWS_115: {
    breaks: alone(lambda, {}, { reservedConcurrentExecutions: -1 }),
    keeps: alone(lambda, { reservedConcurrentExecutions: 2 }),
  },
  CKV_AWS_50: {
    breaks: alone(lambda, {}, { tracingConfig: { mode: 'PassThrough' } }),
    keeps: alone(lambda, { tracingConfig: { mode: 'Active' } }),
  },
  CKV_AWS_364: {
    breaks: alone(permission, scheduler),
    keeps: alone(
      permission,
      { ...scheduler, sourceArn: 'arn' },
      { ...scheduler, sourceAccount: '123456789012' },
      { principal: '123456789012' },
    ),
  },
  CKV_AWS_309: {
    breaks: alone(route, {}, { authorizationType: 'NONE' }),
    keeps: alone(route, { authorizationType: 'AWS_IAM' }),
  },
  CKV_AWS_76: {
    breaks: alone(stage, {}, { accessLogSettings: { format: '{}' } }),
    keeps: alone(stage, { accessLogSettings: { destinationArn: 'group', format: '{}' } }),
  },
};
