import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { temporaryFolder } from '../../helpers/local-system.ts';

const BOOTSTRAP = resolve(import.meta.dirname, '../../../local/bootstrap');

interface Entry {
  version: string;
  integrity?: string;
  optional?: boolean;
}

/** The pinned Node is the one these tests run on. */
const PINNED = process.version.slice(1);
const WANTED: Record<string, Entry> = {
  'node_modules/node': { version: PINNED, integrity: 'sha512-node' },
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'node_modules/one/node_modules/two': { version: '2.0.0', integrity: 'sha512-two' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};

describe('what tells whether something must be installed', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const path = (name: string): string => join(folder.path, name);

  const write = async (name: string, content: unknown): Promise<void> => {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), JSON.stringify(content));
  };

  /** A project with everything installed that this platform takes. */
  beforeEach(async () => {
    folder = await temporaryFolder();
    const { 'node_modules/other-platform': _other, ...installed } = WANTED;
    await write('package-lock.json', { packages: { '': {}, ...WANTED } });
    await write('node_modules/.package-lock.json', { packages: installed });
    for (const [name, { version }] of Object.entries(installed)) {
      await write(`${name}/package.json`, { version });
    }
    await mkdir(path('node_modules/node/bin'));
    await symlink(process.execPath, path('node_modules/node/bin/node'));
  });
  afterEach(() => folder.remove());

  const reason = async (): Promise<string | null> => {
    const { whyToInstall } = (await import(join(BOOTSTRAP, 'install.js'))) as {
      whyToInstall: (root: string) => string | null;
    };
    return whyToInstall(folder.path);
  };

  it('finds nothing to do where all is there', async () => {
    expect(await reason()).toBeNull();
  });

  const damages: [string, () => Promise<unknown>, RegExp][] = [
    ['nothing', () => rm(path('node_modules'), { recursive: true }), /nothing is installed yet/],
    [
      'an installation that was cut off',
      () => rm(path('node_modules/.package-lock.json')),
      /not finished/,
    ],
    [
      'a package that is gone',
      () => rm(path('node_modules/one/node_modules'), { recursive: true }),
      /^node_modules\/one\/node_modules\/two is not/,
    ],
    [
      'an older version',
      async () => {
        const newer = {
          ...WANTED,
          'node_modules/one': { version: '1.0.1', integrity: 'sha512-1' },
        };
        await write('package-lock.json', { packages: { '': {}, ...newer } });
      },
      /^node_modules\/one is not/,
    ],
    [
      'a new package',
      () =>
        write('package-lock.json', {
          packages: { '': {}, ...WANTED, 'node_modules/new': { version: '1.0.0' } },
        }),
      /^node_modules\/new is not/,
    ],
    ['no pinned Node', () => rm(path('node_modules/node/bin/node')), /pinned Node does not run/],
    [
      "another platform's Node",
      async () => {
        await rm(path('node_modules/node/bin/node'));
        await writeFile(path('node_modules/node/bin/node'), 'another format', { mode: 0o755 });
      },
      /pinned Node does not run/,
    ],
  ];

  it.each(damages)('finds %s', async (_name, damage, expected) => {
    await damage();
    expect(await reason()).toMatch(expected);
  });

  it('says in one line why an installation failed', async () => {
    // npm refuses a lock file without the packages of package.json, before it asks any registry.
    await write('package.json', { name: 'broken', dependencies: { missing: '1.0.0' } });
    await rm(path('node_modules'), { recursive: true });
    const script = `import(${JSON.stringify(join(BOOTSTRAP, 'install.js'))})
      .then((m) => m.ensureInstalled(${JSON.stringify(folder.path)}))
      .catch((error) => console.log('failed: ' + error.message))`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^Installing with npm ci, since nothing is installed yet/),
      expect.stringMatching(/^failed: npm ci failed with exit code 1/),
    ]);
  });

  it('is plain JavaScript that an old Node reads far enough to be refused', async () => {
    const code = await readFile(`${BOOTSTRAP}.js`, 'utf8');
    expect(code).not.toMatch(/\?\?|\?\.|=>|^import |\bawait\b/m);
  });
});
