import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Job, Workflow } from './workflow-files.ts';
import { PROJECT_FOLDER, readWorkflows, stepsOf, stepsUsing } from './workflow-files.ts';

const AWS = 'aws-actions/configure-aws-credentials';
const PULUMI = 'pulumi/actions';

const workflows = await readWorkflows();
const workflow = (file: string): Workflow => {
  const found = workflows.find((one) => one.file === file);
  if (found === undefined) throw new Error(`${file} is not there`);
  return found;
};
const read = (path: string) => readFile(join(PROJECT_FOLDER, path), 'utf8');
const isOwn = (uses: string | undefined): boolean => uses?.startsWith('./') === true;

const jobs = workflows.flatMap((one) =>
  Object.entries(one.jobs).map(([name, job]) => [`${one.file} ${name}`, job] as const),
);
const jobsWithSteps = jobs.filter(([, { steps }]) => steps !== undefined);

it('has the workflows that are talked of here', () => {
  expect(workflows.map(({ file }) => file)).toEqual([
    'checks.yml',
    'deploy.yml',
    'preview.yml',
    'update-stack.yml',
  ]);
});

describe.each(workflows.map((one) => [one.file, one] as const))('%s', (_, one) => {
  it('pins each action by a full commit and says which version that is', () => {
    const lines = one.text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
    const used = [...stepsOf(one), ...Object.values(one.jobs)].filter(({ uses }) => uses);
    expect(lines.length).toBe(used.length);
    for (const line of lines.filter((text) => !text.includes('uses: ./'))) {
      expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('gives nothing to a job that does not ask', () => {
    expect(one.permissions).toEqual({});
  });

  it('knows no secret, and no key of AWS', () => {
    expect(one.text).not.toMatch(/secrets[.[:]/);
    expect(one.text).not.toMatch(/access[-_]key|session[-_]token|PULUMI_ACCESS_TOKEN/i);
  });

  it('runs no text that a pull request can write', () => {
    expect(Object.keys(one.on)).not.toContain('pull_request_target');
    for (const { run = '' } of stepsOf(one)) expect(run).not.toContain('${{');
  });

  it('keeps the token of a checkout to the checkout', () => {
    for (const step of stepsUsing(one, 'actions/checkout')) {
      expect(step.with).toEqual({ 'persist-credentials': false });
    }
  });
});

it('uses one version of each action', () => {
  const used = workflows.flatMap(stepsOf).flatMap(({ uses = '' }) => (uses ? [uses] : []));
  const names = new Set(used.map((uses) => uses.split('@')[0]));
  expect(new Set(used).size).toBe(names.size);
});

describe.each(jobs)('%s', (_, job) => {
  it('has the permissions it needs, and no more', () => {
    const isSomebodyAtAws =
      isOwn(job.uses) && job.uses !== './.github/workflows/checks.yml'
        ? true
        : (job.steps ?? []).some(({ uses }) => uses?.startsWith(AWS));
    const comments = (job.steps ?? []).some((step) => step.with?.['comment-on-pr'] === true);
    expect(job.permissions).toEqual({
      contents: 'read',
      ...(isSomebodyAtAws ? { 'id-token': 'write' } : {}),
      ...(comments ? { 'pull-requests': 'write' } : {}),
    });
  });
});

it.each(jobsWithSteps)('%s ends by itself', (_, job) => {
  expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
});

describe('checks', () => {
  const { on, jobs: checks, concurrency } = workflow('checks.yml');

  it('runs for every pull request, the latest push of it only', () => {
    expect(Object.keys(on)).toContain('pull_request');
    expect(on['pull_request']).toBeNull();
    expect(concurrency?.group).toContain('github.ref');
    expect(concurrency?.['cancel-in-progress']).toContain('pull_request');
  });

  it("runs the README's test command, on the oldest Node and the pinned one", async () => {
    expect(checks['test']?.strategy?.matrix).toEqual({ node: [20, 24] });
    expect(checks['test']?.steps?.at(-1)?.run).toBe('bash .ci/run');
    const commands = (await read('.ci/run'))
      .split('\n')
      .filter((line) => /^(npm|node) /.test(line));
    expect(commands).toEqual(['npm test']);
    expect(await read('README.md')).toContain('npm test');
  });

  it('looks for known faults in what is delivered', () => {
    const runs = checks['audit']?.steps?.map(({ run }) => run);
    expect(runs).toContain('npm audit --omit=dev --audit-level=high');
  });
});

describe('what reaches AWS', () => {
  const preview = workflow('preview.yml').jobs['preview'] as Job;
  const update = workflow('update-stack.yml').jobs['up'] as Job;
  const deploy = workflow('deploy.yml');
  const steps = (action: string) =>
    [workflow('preview.yml'), workflow('update-stack.yml')].flatMap((one) =>
      stepsUsing(one, action),
    );

  it('is somebody there by a role, never by keys', () => {
    expect(steps(AWS)).toHaveLength(2);
    for (const step of steps(AWS)) {
      expect(Object.keys(step.with ?? {}).sort()).toEqual(['aws-region', 'role-to-assume']);
    }
    const roles = steps(AWS).map((step) => step.with?.['role-to-assume']);
    expect(new Set(roles).size).toBe(2);
  });

  it('is Pulumi as package.json has it, with the policies', async () => {
    const { devDependencies } = JSON.parse(await read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    expect(steps(PULUMI).map((step) => step.with?.['command'])).toEqual(['preview', 'up']);
    for (const step of steps(PULUMI)) {
      expect(step.with).toMatchObject({
        'pulumi-version': devDependencies['@pulumi/pulumi'],
        policyPacks: 'infra/policies',
        policyPackConfigs: expect.stringMatching(/^infra\/policies\/\$\{\{ .*stack \}\}\.json$/),
      });
    }
  });

  it('has a policy configuration for each stack', async () => {
    const stacks = preview.strategy?.matrix['stack'] as string[];
    expect(stacks).toEqual(['dev', 'prod']);
    for (const stack of stacks) await read(`infra/policies/${stack}.json`);
  });

  it('previews no pull request of a fork', () => {
    expect(preview.if).toBe('github.event.pull_request.head.repo.full_name == github.repository');
  });

  it('updates from main alone, one stack at a time, never cut off', () => {
    expect(deploy.on).toEqual({ push: { branches: ['main'] }, workflow_dispatch: null });
    expect(update.if).toBe("github.ref == 'refs/heads/main'");
    expect(update.concurrency).toEqual({
      group: 'stack-${{ inputs.stack }}',
      'cancel-in-progress': false,
    });
  });

  it('updates prod after dev, after the checks, with the approval its environment asks for', () => {
    expect(deploy.jobs['dev']).toMatchObject({ needs: 'checks', with: { stack: 'dev' } });
    expect(deploy.jobs['prod']).toMatchObject({ needs: 'dev', with: { stack: 'prod' } });
    expect(deploy.jobs['checks']?.uses).toBe('./.github/workflows/checks.yml');
    expect(update.environment).toBe('${{ inputs.stack }}');
  });
});
