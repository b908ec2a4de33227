import type { Check, Resource, Rule } from './rule.ts';
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

/** An origin of CloudFront's, where readers have their TLS: but for who shows its header nobody is answered. */
const turnsAway = (listener: unknown): boolean =>
  listAt(listener, 'defaultActions').some(
    (action) =>
      at(action, 'type') === 'fixed-response' &&
      at(action, 'fixedResponse', 'statusCode') === '403',
  );

const speaksTls = (listener: unknown): boolean =>
  isHttps(listener)
    ? TLS_1_2_OR_NEWER.test(String(at(listener, 'sslPolicy')))
    : redirectsToHttps(listener) || turnsAway(listener);

/** A check of each listener; the component makes one that forwards plain HTTP when it is given none. */
const ofListeners = (problem: string, holds: (listener: unknown) => boolean): Rule['checks'] => {
  const ofComponent: Check = (props) => {
    const single = at(props, 'listener');
    const listeners = [...(single === undefined ? [] : [single]), ...listAt(props, 'listeners')];
    return listeners.length > 0 && listeners.every(holds) ? null : problem;
  };
  return { [LISTENER]: requires(problem, holds), [COMPONENT]: ofComponent };
};

const ASSOCIATION = 'aws:wafv2/webAclAssociation:WebAclAssociation';
const DISTRIBUTION = 'aws:cloudfront/distribution:Distribution';

const listenersOf = ({ type, props }: Resource): unknown[] => {
  if (type === LISTENER) return [props];
  return type === COMPONENT ? listAt(props, 'listeners') : [];
};

const hasFirewall: Check = (_, stack) => {
  const listeners = stack.flatMap(listenersOf);
  const isOrigin = listeners.length > 0 && listeners.every(turnsAway);
  const isGuarded = stack.some(
    ({ type, props }) =>
      type === ASSOCIATION ||
      (isOrigin && type === DISTRIBUTION && at(props, 'webAclId') !== undefined),
  );
  return isGuarded ? null : 'has no firewall (WebAclAssociation, or one of its CloudFront)';
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
    id: 'CKV2_AWS_28',
    description: 'A load balancer has a firewall, its own or that of the CloudFront it is for.',
    scope: 'stack',
    checks: ofBalancer(hasFirewall),
  },
  {
    id: 'CKV_AWS_103',
    description:
      'A load balancer speaks TLS 1.2 or newer, sends on to where it does, or is for CloudFront.',
    scope: 'resource',
    checks: ofListeners('has a listener without TLS 1.2 (protocol, sslPolicy)', speaksTls),
  },
  {
    id: 'CKV2_AWS_20',
    description: 'A load balancer answers HTTP by a redirect to HTTPS, or CloudFront alone.',
    scope: 'resource',
    checks: ofListeners(
      'answers plain HTTP itself (defaultActions)',
      (listener) => isHttps(listener) || redirectsToHttps(listener) || turnsAway(listener),
    ),
  },
];
