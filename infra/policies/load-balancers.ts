import type { Check, Rule } from './rule.ts';
import { at, listAt, requires } from './rule.ts';

const BALANCER = 'aws:lb/loadBalancer:LoadBalancer';
const LISTENER = 'aws:lb/listener:Listener';
const COMPONENT = 'awsx:lb:ApplicationLoadBalancer';

const TLS_1_2_OR_NEWER = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)/;

const isHttps = (listener: unknown): boolean => at(listener, 'protocol') === 'HTTPS';

const redirectsToHttps = (listener: unknown): boolean =>
  listAt(listener, 'defaultActions').some(
    (action) =>
      at(action, 'type') === 'redirect' &&
      at(action, 'redirect', 'protocol') === 'HTTPS' &&
      at(action, 'redirect', 'statusCode') === 'HTTP_301',
  );

const speaksTls = (listener: unknown): boolean =>
  isHttps(listener)
    ? TLS_1_2_OR_NEWER.test(String(at(listener, 'sslPolicy')))
    : redirectsToHttps(listener);

/** A check of each listener; the component makes one that forwards plain HTTP when it is given none. */
const ofListeners = (problem: string, holds: (listener: unknown) => boolean): Rule['checks'] => {
  const ofComponent: Check = (props) => {
    const single = at(props, 'listener');
    const listeners = [...(single === undefined ? [] : [single]), ...listAt(props, 'listeners')];
    return listeners.length > 0 && listeners.every(holds) ? null : problem;
  };
  return { [LISTENER]: requires(problem, holds), [COMPONENT]: ofComponent };
};

const ofBalancer = (check: Check): Rule['checks'] => ({ [BALANCER]: check, [COMPONENT]: check });

export const LOAD_BALANCER_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_91',
    description: 'A load balancer logs access.',
    scope: 'resource',
    checks: ofBalancer(
      requires(
        'logs no access (accessLogs)',
        (props) =>
          at(props, 'accessLogs', 'enabled') === true && Boolean(at(props, 'accessLogs', 'bucket')),
      ),
    ),
  },
  {
    id: 'CKV_AWS_131',
    description: 'A load balancer drops invalid HTTP headers.',
    scope: 'resource',
    checks: ofBalancer(
      requires(
        'passes invalid headers on (dropInvalidHeaderFields)',
        (props) => at(props, 'dropInvalidHeaderFields') === true,
      ),
    ),
  },
  {
    id: 'CKV_AWS_150',
    description: 'A load balancer is protected from deletion.',
    scope: 'resource',
    checks: ofBalancer(
      requires(
        'can be deleted by mistake (enableDeletionProtection)',
        (props) => at(props, 'enableDeletionProtection') === true,
      ),
    ),
  },
  {
    id: 'CKV_AWS_103',
    description: 'A load balancer speaks TLS 1.2 or newer, or sends on to where it does.',
    scope: 'resource',
    checks: ofListeners('has a listener without TLS 1.2 (protocol, sslPolicy)', speaksTls),
  },
  {
    id: 'CKV2_AWS_20',
    description: 'A load balancer answers HTTP by a redirect to HTTPS.',
    scope: 'resource',
    checks: ofListeners(
      'answers plain HTTP itself (defaultActions)',
      (listener) => isHttps(listener) || redirectsToHttps(listener),
    ),
  },
];
