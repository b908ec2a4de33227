import { describe, expect, it } from '@jest/globals';
import type { Rule } from '../../../infra/policies/rule.ts';
import { subjects, violations } from '../../../infra/policies/rule.ts';
import { RULES } from '../../../infra/policies/rules.ts';
import { ACCOUNT_EXAMPLES } from './examples/account.ts';
import { AUDIT_EXAMPLES } from './examples/audit.ts';
import { CONTAINER_EXAMPLES } from './examples/containers.ts';
import { EDGE_EXAMPLES } from './examples/edges.ts';
import type { Examples } from './examples/example.ts';
import { ENCRYPTION_EXAMPLES } from './examples/encryption.ts';
import { FUNCTION_EXAMPLES } from './examples/functions.ts';
import { LOAD_BALANCER_EXAMPLES } from './examples/load-balancers.ts';

const EXAMPLES: Record<string, Examples> = {
  ...LOAD_BALANCER_EXAMPLES,
  ...EDGE_EXAMPLES,
  ...CONTAINER_EXAMPLES,
  ...FUNCTION_EXAMPLES,
  ...ACCOUNT_EXAMPLES,
  ...ENCRYPTION_EXAMPLES,
  ...AUDIT_EXAMPLES,
};

const PROMISED = [
  ...[
    28, 34, 50, 51, 65, 66, 68, 76, 86, 91, 103, 115, 116, 131, 150, 163, 174, 192, 249, 290, 309,
    333, 336, 355, 364,
  ].map((number) => `CKV_AWS_${number}`),
  ...[7, 21, 26, 27, 33, 35, 36, 67, 119, 158, 166, 238].map((number) => `CKV_AWS_${number}`),
  ...[6, 10, 11, 12, 20, 28, 31, 64].map((number) => `CKV2_AWS_${number}`),
];

const examplesOf = ({ id }: Rule): Examples => EXAMPLES[id] ?? { breaks: [], keeps: [] };

const judgedTypes = (stacks: Examples['breaks']): string[] =>
  [...new Set(stacks.map(([first]) => first?.type ?? ''))].sort();

const ruleNames = RULES.map((rule) => [rule.id, rule] as const);

it('has one rule for each promised check', () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(PROMISED.sort());
});

describe.each(ruleNames)('%s', (_, rule) => {
  const { breaks, keeps } = examplesOf(rule);
  const types = Object.keys(rule.checks).sort();

  it('has an example of each type it looks at, broken and kept', () => {
    expect(judgedTypes(breaks)).toEqual(types);
    expect(judgedTypes(keeps)).toEqual(types);
  });

  it('finds what breaks it, and names it', () => {
    for (const stack of breaks) {
      const [first] = violations(rule, stack);
      expect({ stack, found: first?.resource }).toEqual({ stack, found: stack[0] });
      expect(first?.reason).toMatch(/^subject \w+.* \(.+\)$/);
    }
  });

  it('lets pass what keeps it', () => {
    for (const stack of keeps) {
      expect(subjects(rule, stack)).not.toEqual([]);
      expect({ stack, found: violations(rule, stack) }).toEqual({ stack, found: [] });
    }
  });

  it('looks at nothing else', () => {
    const other = { type: 'aws:ec2/eip:Eip', name: 'other', props: {} };
    expect(subjects(rule, [other])).toEqual([]);
  });
});
