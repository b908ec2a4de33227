import { describe, expect, it } from '@jest/globals';
import { HEADER_VALUES } from './helpers/fakes.ts';
import { recordStack } from './helpers/recording.ts';
import { Stack } from './helpers/stack.ts';
import { STACKS } from './helpers/stacks.ts';

const SECRET = 'aws:secretsmanager/secret:Secret';
const VERSION = 'aws:secretsmanager/secretVersion:SecretVersion';
const full = new Stack('full');

describe("the secret of Launch Library's token", () => {
  it('is made without a value where it is asked for', () => {
    const name = 'spacex-dashboard-full-launch-library-token';
    expect(full.inputs(SECRET, name)).toEqual({
      description: expect.any(String),
      recoveryWindowInDays: 30,
    });
    expect(full.all(VERSION).map((version) => version.name)).not.toContain(name);
    expect(full.outputs['launchLibraryTokenSecret']).toContain(name);
    expect(new Stack('dev').all(SECRET)).toEqual([]);
  });
});

describe('the secret of the origin header', () => {
  const name = 'spacex-dashboard-full-origin';

  it('has a first value made up by AWS, which no update puts back', () => {
    expect(full.one(VERSION, name)).toMatchObject({
      inputs: { secretId: `${name}-id`, secretString: 'r'.repeat(64) },
      secrets: ['secretString'],
      ignoreChanges: ['secretString'],
    });
  });

  it('is at once gone with a stack that is not protected', async () => {
    const { config } = STACKS.full;
    const dev = {
      ...config,
      'spacex-dashboard:environment': 'dev',
      'spacex-dashboard:edge': 'true',
      'spacex-dashboard:firewall': 'true',
    };
    const { resources } = await recordStack({ stack: 'full', config: dev });
    const windows = resources
      .filter(({ type }) => type === SECRET)
      .map(({ inputs }) => inputs['recoveryWindowInDays']);
    expect(windows).toEqual([0, 0, 0]);
  });
});

describe('the values of secrets', () => {
  const values = [...Object.values(HEADER_VALUES), 'r'.repeat(64)];
  const holds = (input: unknown): boolean =>
    values.some((value) => JSON.stringify(input ?? null).includes(value));

  it('are nowhere in a stack but where they are marked as secret', () => {
    const found = full.resources.filter(({ inputs }) => holds(inputs));
    expect(found.map(({ type }) => type).sort()).toEqual([
      'aws:cloudfront/distribution:Distribution',
      'aws:lb/listenerRule:ListenerRule',
      VERSION,
      VERSION,
    ]);
    for (const { secrets } of found) expect(secrets).toHaveLength(1);
    expect(holds(full.outputs)).toBe(false);
  });
});
