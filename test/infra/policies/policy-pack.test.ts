import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RULES } from '../../../infra/policies/rules.ts';
import type { PolicyHost } from './policy-host.ts';
import { startPolicyHost } from './policy-host.ts';

const MANDATORY = 1;

const repository = (imageTagMutability: string) => ({
  type: 'aws:ecr/repository:Repository',
  name: 'dashboard',
  props: { imageTagMutability, imageScanningConfiguration: { scanOnPush: true } },
});
const vpc = { type: 'aws:ec2/vpc:Vpc', name: 'network', props: {} };

describe('the policy pack in the process Pulumi runs it in', () => {
  let host: PolicyHost;

  beforeAll(async () => {
    host = await startPolicyHost();
  });

  afterAll(() => host.stop());

  it('offers every rule, mandatory', async () => {
    expect(await host.levels()).toEqual(Object.fromEntries(RULES.map(({ id }) => [id, MANDATORY])));
  });

  it('reports a resource that breaks a rule, and no other', async () => {
    expect(await host.analyze(repository('IMMUTABLE'))).toEqual([]);
    expect(await host.analyze(repository('MUTABLE'))).toEqual([
      {
        policy: 'CKV_AWS_51',
        message: expect.stringContaining('dashboard lets a tag move (imageTagMutability)'),
        urn: '',
      },
    ]);
  });

  it('reports a resource that lacks its companion in the stack', async () => {
    const flowLog = { type: 'aws:ec2/flowLog:FlowLog', name: 'flow', props: { vpcId: 'vpc-1' } };
    const broken = await host.analyzeStack([vpc, flowLog]);
    expect(broken).toEqual([
      {
        policy: 'CKV2_AWS_12',
        message: expect.stringContaining('network has an open default security group'),
        urn: 'urn:pulumi:dev::spacex-dashboard::aws:ec2/vpc:Vpc::network',
      },
    ]);
  });

  it('leaves a component to the checks of its parts, which the engine shows too', async () => {
    const component = { type: 'awsx:ecr:Repository', name: 'dashboard', props: {} };
    expect(await host.analyze(component)).toEqual([]);
    expect(await host.analyzeStack([{ ...vpc, type: 'awsx:ec2:Vpc' }])).toEqual([]);
  });
});

describe.each(['dev', 'prod'])('the policy configuration of %s', (stack) => {
  it('makes some rules that there are advisory, and does nothing else', async () => {
    const file = new URL(`../../../infra/policies/${stack}.json`, import.meta.url);
    const levels = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    expect(new Set(Object.values(levels))).toEqual(new Set(['advisory']));
    expect(RULES.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(levels)));
  });
});
