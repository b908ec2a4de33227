import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../../../dashboard-api/build.ts';
import { filesIn } from '../../../dashboard-api/build/output.ts';
import { temporaryFolder } from '../../helpers/local-system.ts';

describe('the build', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let files: string[];
  const read = (name: string): Promise<string> => readFile(join(folder.path, name), 'utf8');
  const modified = (names: string[]): Promise<number[]> =>
    Promise.all(names.map(async (name) => (await stat(join(folder.path, name))).mtimeMs));

  beforeAll(async () => {
    folder = await temporaryFolder();
    await build(folder.path);
    files = await filesIn(folder.path);
  });
  afterAll(() => folder.remove());

  it('compiles the server with imports that Node resolves', async () => {
    const code = await read('dashboard-api/main.js');
    expect(code).toMatch(/from ["']\.\/[\w-]+\.js["']/);
    expect(code).toMatch(/\/\/# sourceMappingURL=main\.js\.map\n$/);
    const map = JSON.parse(await read('dashboard-api/main.js.map')) as { sources: string[] };
    expect(map.sources).toEqual([expect.stringMatching(/dashboard-api\/main\.ts$/)]);
  });

  it('leaves out what only builds, and every source', () => {
    expect(files.filter((name) => /\.ts$|^dashboard-api\/build/.test(name))).toEqual([]);
  });

  it('names bundles by their content, and says in the manifest how', async () => {
    const manifest = JSON.parse(await read('views/assets/manifest.json')) as Record<string, string>;
    expect(manifest).toMatchObject({
      'main.js': expect.stringMatching(/^main-[A-Z0-9]{8}\.js$/),
      'main.css': expect.stringMatching(/^main-[A-Z0-9]{8}\.css$/),
    });
    expect(files).toEqual(
      expect.arrayContaining(Object.values(manifest).map((name) => `views/assets/${name}`)),
    );
  });

  it('holds the templates, the words and the static files', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'views/pages/overview.hbs',
        'views/locales/en.json',
        'views/locales/es.json',
        'views/assets/static/favicon.svg',
      ]),
    );
  });

  it('lists the style texts of the pinned ApexCharts', async () => {
    expect(JSON.parse(await read('views/csp.json'))).toEqual({
      styleHashes: expect.arrayContaining([
        'sha256-TBymqJXQvXKxe+z+3ydUYBErlkFFu110c5FjiVB8p+M=',
        'sha256-aSysLrDECVdJ6L+jLf8CC5QKLmwRuk/OZiZk9mYky8A=',
      ]),
    });
  });

  it('leaves unchanged files alone the second time, and removes what is no longer made', async () => {
    const before = await modified(files);
    await writeFile(join(folder.path, 'dashboard-api/removed.js'), '');
    await build(folder.path);
    expect(await modified(files)).toEqual(before);
    expect(await filesIn(folder.path)).toEqual(expect.arrayContaining(files));
    expect(await filesIn(folder.path)).toHaveLength(files.length);
  });
});
