import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { licencesDocument } from '../../../scripts/licences/document.ts';
import { bundledNames, shippedPackages } from '../../../scripts/licences/packages.ts';
import { isPermissive } from '../../../scripts/licences/permissive.ts';

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(PROJECT_FOLDER, path), 'utf8');

const packages = shippedPackages(PROJECT_FOLDER);
const named = packages.map(({ name, version }) => `${name} ${version}`);

describe('the licences of what is delivered', () => {
  it('are of every dependency, of theirs, and of what is bundled for the browser', () => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>;
    };
    const direct = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
    expect(named).toEqual(expect.arrayContaining(direct));
    expect(named.length).toBeGreaterThan(direct.length * 3);
    expect(bundledNames(PROJECT_FOLDER)).toEqual(['apexcharts']);
    expect(packages).toContainEqual({ name: 'apexcharts', version: '4.7.0', licence: 'MIT' });
    expect(named.join()).not.toMatch(/\b(jest|eslint) /);
  });

  it('are permissive', () => {
    expect(packages.filter(({ licence }) => !isPermissive(licence))).toEqual([]);
  });

  it('are listed in docs/licences.md; `npm run licences` makes it anew', () => {
    expect(read('docs/licences.md')).toBe(licencesDocument(packages));
    expect(read('package.json')).toContain('"licences": "node scripts/licences.ts"');
  });
});

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND ISC', '(MIT OR CC0-1.0)'])(
    '%s is permissive',
    (licence) => expect(isPermissive(licence)).toBe(true),
  );

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN LICENSE', 'UNLICENSED', ''])(
    '%s is not permissive',
    (licence) => expect(isPermissive(licence)).toBe(false),
  );
});
