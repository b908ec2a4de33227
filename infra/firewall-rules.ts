import type * as aws from '@pulumi/aws';

type Rule = Omit<aws.types.input.wafv2.WebAclRule, 'name'> & { name: string };

/** Requests of one address in five minutes. */
const RATE_LIMIT = 2000;
const WINDOW_SECONDS = 300;

/** Groups of rules that AWS keeps up to date. */
const MANAGED_GROUPS = {
  'sql-injection': 'AWSManagedRulesSQLiRuleSet',
  'known-bad-inputs': 'AWSManagedRulesKnownBadInputsRuleSet',
  'ip-reputation': 'AWSManagedRulesAmazonIpReputationList',
};

/** Counts what a rule finds, and keeps examples of it. */
export const visibility = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

const rateLimit = (): Omit<Rule, 'priority' | 'visibilityConfig'> => ({
  name: 'rate',
  action: {
    block: {
      customResponse: {
        responseCode: 429,
        responseHeaders: [{ name: 'Retry-After', value: String(WINDOW_SECONDS) }],
      },
    },
  },
  statement: {
    rateBasedStatement: {
      limit: RATE_LIMIT,
      evaluationWindowSec: WINDOW_SECONDS,
      aggregateKeyType: 'IP',
    },
  },
});

const managedGroup = ([name, group]: [string, string]) => ({
  name,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: group } },
});

const countryBlock = (countryCodes: readonly string[]) => ({
  name: 'countries',
  action: { block: {} },
  statement: { geoMatchStatement: { countryCodes: [...countryCodes] } },
});

/**
 * The rules in the order they are asked in: rate, SQL injection, known bad inputs, reputation of the address and,
 * where there are any, blocked countries.
 * @param countries ISO 3166-1 alpha-2 codes
 */
export const firewallRules = (countries: readonly string[]): Rule[] =>
  [
    rateLimit(),
    ...Object.entries(MANAGED_GROUPS).map(managedGroup),
    ...(countries.length === 0 ? [] : [countryBlock(countries)]),
  ].map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) }));
