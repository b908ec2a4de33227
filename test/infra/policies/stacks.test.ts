import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Resource } from '../../../infra/policies/rule.ts';
import { subjects, violations } from '../../../infra/policies/rule.ts';
import { RULES } from '../../../infra/policies/rules.ts';
import type { RecordedResource } from '../helpers/recording.ts';
import { recordStack } from '../helpers/recording.ts';
import { Stack } from '../helpers/stack.ts';
import { STACKS } from '../helpers/stacks.ts';

const asJudged = (resources: readonly RecordedResource[]): Resource[] =>
  resources.map(({ type, name, inputs }) => ({ type, name, props: inputs }));

const broken = (resources: readonly RecordedResource[]): string[] =>
  RULES.filter((rule) => violations(rule, asJudged(resources)).length > 0)
    .map(({ id }) => id)
    .sort();

/** Rules that a stack's policy configuration makes advisory. */
const advisoryIn = async (stack: string): Promise<string[]> => {
  const file = new URL(`../../../infra/policies/${stack}.json`, import.meta.url);
  return Object.keys(JSON.parse(await readFile(file, 'utf8')) as object).sort();
};

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const resources = asJudged(new Stack('full').resources);

  it('finds something to look at in the stack with every option, and nothing wrong', () => {
    expect(subjects(rule, resources)).not.toEqual([]);
    expect(violations(rule, resources)).toEqual([]);
  });
});

describe('what a stack leaves out by choice', () => {
  it('is, in dev, just what its policy configuration makes advisory', async () => {
    expect(broken(new Stack('dev').resources)).toEqual(await advisoryIn('dev'));
  });

  it('is, in prod as it stands, just what its own makes advisory', async () => {
    expect(broken(new Stack('prod').resources)).toEqual(await advisoryIn('prod'));
  });

  it('is a firewall and HTTPS where both are switched off', async () => {
    const { stack, config } = STACKS.prod;
    const off = { 'spacex-dashboard:edge': 'false', 'spacex-dashboard:firewall': 'false' };
    const { resources } = await recordStack({ stack, config: { ...config, ...off } });
    expect(broken(resources)).toEqual(
      ['CKV2_AWS_20', 'CKV2_AWS_28', 'CKV_AWS_103', ...(await advisoryIn('prod'))].sort(),
    );
  });

  it('is the same in prod under a name of its own', async () => {
    const { stack, config } = STACKS.prod;
    const name = {
      'spacex-dashboard:domainName': 'launches.example.org',
      'spacex-dashboard:hostedZoneId': 'Z0123456789',
    };
    const { resources } = await recordStack({ stack, config: { ...config, ...name } });
    expect(broken(resources)).toEqual(await advisoryIn('prod'));
  });

  it('may be no more: a trigger that anyone may pull breaks a rule', () => {
    expect(broken(new Stack('longest').resources)).toContain('CKV_AWS_309');
  });
});
