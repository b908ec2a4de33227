import type { Rule } from './rule.ts';
import { at, requires } from './rule.ts';

export const HTTP_API_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_309',
    description: 'A route of an API Gateway v2 API asks who is calling.',
    scope: 'resource',
    checks: {
      'aws:apigatewayv2/route:Route': requires(
        'can be called by anybody (authorizationType)',
        (props) => !['NONE', undefined].includes(at(props, 'authorizationType') as string),
      ),
    },
  },
  {
    id: 'CKV_AWS_76',
    description: 'An API Gateway stage logs access.',
    scope: 'resource',
    checks: {
      'aws:apigatewayv2/stage:Stage': requires('logs no access (accessLogSettings)', (props) =>
        Boolean(at(props, 'accessLogSettings', 'destinationArn')),
      ),
    },
  },
];
