import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BUILD_CONTEXT, buildFiles, buildTag } from '../../infra/build-context.ts';
import { Stack } from './helpers/stack.ts';

const REPOSITORY = 'awsx:ecr:Repository';
const IMAGE = 'awsx:ecr:Image';
const [dev, prod, longest] = [new Stack('dev'), new Stack('prod'), new Stack('longest')];

describe('the image', () => {
  it('has a repository with immutable, scanned tags that keeps the last 20', () => {
    expect(prod.one(REPOSITORY)).toMatchObject({
      name: 'spacex-dashboard-prod-image',
      inputs: {
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
        forceDelete: false,
        lifecyclePolicy: { rules: [{ tagStatus: 'any', maximumNumberOfImages: 20 }] },
      },
    });
    expect(dev.inputs(REPOSITORY)['forceDelete']).toBe(true);
  });

  it('is built for linux/amd64 from the Dockerfile, tagged by its content', () => {
    expect(dev.one(IMAGE)).toMatchObject({
      name: 'spacex-dashboard-dev-image-build',
      retainOnDelete: true,
      inputs: {
        repositoryUrl: dev.outputs['imageRepository'],
        context: '..',
        dockerfile: '../dashboard-api/Dockerfile',
        platform: 'linux/amd64',
        imageTag: expect.stringMatching(/^[0-9a-f]{20}$/),
      },
    });
  });

  it('is not built where one is given; that one is run as it is and may be pulled', () => {
    const image = '210987654321.dkr.ecr.us-east-1.amazonaws.com/shared/dashboard:1.2.3';
    expect(longest.all(IMAGE)).toEqual([]);
    expect(longest.inputs('awsx:ecs:FargateService')).toMatchObject({
      taskDefinitionArgs: { container: { image } },
    });
    expect(longest.grants('spacex-dashboard-abcdefgh-1234567-web-execution')[0]).toMatchObject({
      Action: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      Resource: ['arn:aws:ecr:us-east-1:210987654321:repository/shared/dashboard'],
    });
  });
});

describe('the tag', () => {
  let context: string;
  const write = (path: string, text: string) => writeFile(join(context, path), text);

  beforeEach(async () => {
    context = await mkdtemp(join(tmpdir(), 'build-context-'));
    await mkdir(join(context, 'app'));
    await write('.dockerignore', '# all but\n*\n!app\n!package.json\n');
    await write('app/main.ts', 'one');
    await write('package.json', '{}');
    await write('README.md', 'words');
  });

  afterEach(() => rm(context, { recursive: true }));

  it('is of the files that .dockerignore lets in', async () => {
    expect(buildFiles(context)).toEqual(['app/main.ts', 'package.json']);
    const before = buildTag(context);
    await write('README.md', 'other words');
    expect(buildTag(context)).toBe(before);
  });

  it('changes with a content and with a name', async () => {
    const first = buildTag(context);
    await write('app/main.ts', 'two');
    const second = buildTag(context);
    await rm(join(context, 'app/main.ts'));
    await write('app/other.ts', 'two');
    expect(new Set([first, second, buildTag(context)]).size).toBe(3);
  });

  it.each(['!app\n', '*\n!app/*.ts\n', '*\napp\n'])(
    'refuses %j, which is no allow-list',
    async (text) => {
      await write('.dockerignore', text);
      expect(() => buildTag(context)).toThrow(/^\.dockerignore: /);
    },
  );

  it('covers what the Dockerfile copies, and no tests, documents or builds', () => {
    const tops = new Set(buildFiles(BUILD_CONTEXT).map((file) => file.split('/')[0]));
    expect([...tops]).toEqual(
      expect.arrayContaining(['dashboard-api', 'domain', 'views', 'package-lock.json']),
    );
    for (const other of ['test', 'docs', 'dist', 'node_modules', '.git', '.data', 'infra']) {
      expect(tops).not.toContain(other);
    }
  });
});
