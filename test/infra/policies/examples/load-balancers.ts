import type { Examples } from './example.ts';
import { alone, asEach, resource } from './example.ts';

const listener = resource('aws:lb/listener:Listener');
const component = resource('awsx:lb:ApplicationLoadBalancer');
const BALANCERS = [resource('aws:lb/loadBalancer:LoadBalancer'), component];

const redirectTo = (redirect: object) => ({
  protocol: 'HTTP',
  port: 80,
  defaultActions: [{ type: 'redirect', redirect }],
});

const REDIRECT = redirectTo({ port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' });
const TEMPORARY = redirectTo({ port: '443', protocol: 'HTTPS', statusCode: 'HTTP_302' });
const TO_HTTP = redirectTo({ port: '8080', protocol: 'HTTP', statusCode: 'HTTP_301' });
const FORWARD = { protocol: 'HTTP', port: 80, defaultActions: [{ type: 'forward' }] };
const TLS_1_3 = { protocol: 'HTTPS', sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' };
const TLS_1_0 = { protocol: 'HTTPS', sslPolicy: 'ELBSecurityPolicy-2016-08' };
const TLS_1_1 = { protocol: 'HTTPS', sslPolicy: 'ELBSecurityPolicy-TLS13-1-1-2021-06' };
const TLS_BY_DEFAULT = { protocol: 'HTTPS' };

const answers = (statusCode: string) => ({
  protocol: 'HTTP',
  port: 80,
  defaultActions: [{ type: 'fixed-response', fixedResponse: { statusCode } }],
});
const TURNS_AWAY = answers('403');
const GREETS = answers('200');

const listeners = (...all: object[]) => ({ listeners: all });

export const LOAD_BALANCER_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_91: {
    breaks: asEach(
      BALANCERS,
      {},
      { accessLogs: { bucket: 'logs', enabled: false } },
      { accessLogs: { enabled: true } },
    ),
    keeps: asEach(BALANCERS, { accessLogs: { bucket: 'logs', enabled: true } }),
  },
  CKV_AWS_131: {
    breaks: asEach(BALANCERS, {}, { dropInvalidHeaderFields: false }),
    keeps: asEach(BALANCERS, { dropInvalidHeaderFields: true }),
  },
  CKV_AWS_150: {
    breaks: asEach(BALANCERS, {}, { enableDeletionProtection: false }),
    keeps: asEach(BALANCERS, { enableDeletionProtection: true }),
  },
  CKV_AWS_103: {
    breaks: [
      ...alone(listener, FORWARD, TLS_1_0, TLS_1_1, TLS_BY_DEFAULT, TO_HTTP, GREETS),
      ...alone(component, {}, { listener: FORWARD }, listeners(REDIRECT, TLS_1_0)),
    ],
    keeps: [
      ...alone(listener, TLS_1_3, REDIRECT, TURNS_AWAY),
      ...alone(component, { listener: TLS_1_3 }, listeners(REDIRECT, TLS_1_3)),
    ],
  },
  CKV2_AWS_20: {
    breaks: [
      ...alone(listener, FORWARD, TEMPORARY, TO_HTTP, GREETS, {}),
      ...alone(component, {}, { listener: FORWARD }, listeners(FORWARD, TLS_1_3)),
    ],
    keeps: [
      ...alone(listener, REDIRECT, TLS_1_3, TURNS_AWAY),
      ...alone(component, { listener: REDIRECT }, listeners(REDIRECT, TLS_1_3)),
    ],
  },
};
