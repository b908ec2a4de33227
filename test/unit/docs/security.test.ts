import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(PROJECT_FOLDER, path), 'utf8');
const page = read('docs/security.md');

/** Points of level 1 in OWASP ASVS 5.0.0, by section. */
const LEVEL_1: Readonly<Record<string, readonly number[]>> = {
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2],
  '1.5': [1],
  '2.1': [1],
  '2.2': [1, 2],
  '2.3': [1],
  '3.2': [1, 2],
  '3.3': [1],
  '3.4': [1, 2],
  '3.5': [1, 2, 3],
  '4.1': [1],
  '4.4': [1],
  '5.2': [1, 2],
  '5.3': [1, 2],
  '6.1': [1],
  '6.2': [1, 2, 3, 4, 5, 6, 7, 8],
  '6.3': [1, 2],
  '6.4': [1, 2],
  '7.2': [1, 2, 3, 4],
  '7.4': [1, 2],
  '8.1': [1],
  '8.2': [1, 2],
  '8.3': [1],
  '9.1': [1, 2, 3],
  '9.2': [1],
  '10.4': [1, 2, 3, 4, 5],
  '11.3': [1, 2],
  '11.4': [1],
  '12.1': [1],
  '12.2': [1, 2],
  '13.4': [1],
  '14.2': [1],
  '14.3': [1],
  '15.1': [1],
  '15.2': [1],
  '15.3': [1],
};

const SHIPPED = ['dashboard-api', 'domain', 'functions', 'views'];
/** Runs while the image is built, and is not in it. */
const BUILD = /^dashboard-api\/build(\/|\.ts)/;

const shippedSources = (): [path: string, text: string][] =>
  SHIPPED.flatMap((folder) =>
    readdirSync(join(PROJECT_FOLDER, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((path) => /\.(ts|hbs)$/.test(path) && !BUILD.test(path))
      .map((path): [string, string] => [path, read(path)]),
  );

const sourcesWith = (pattern: RegExp): string[] =>
  shippedSources().flatMap(([path, text]) => (pattern.test(text) ? [path] : []));

describe('docs/security.md', () => {
  const rows = page.split('\n').filter((line) => /^\| \d+\.\d+\.\d+ /.test(line));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));

  it('has every point of level 1, once', () => {
    const points = Object.entries(LEVEL_1).flatMap(([section, numbers]) =>
      numbers.map((number) => `${section}.${number}`),
    );
    expect(points).toHaveLength(70);
    expect(cells.map(([, id]) => id)).toEqual(points);
  });

  it('says what holds each point, or why nothing of this project does', () => {
    for (const [, id, point, answer = '', heldBy] of cells) {
      expect({ id, point: point !== '', answer: answer !== '' }).toEqual({
        id,
        point: true,
        answer: true,
      });
      if (heldBy === '–')
        expect([id, answer]).toEqual([
          id,
          expect.stringMatching(/^(Does not apply: |At the issuer)/),
        ]);
    }
  });

  it('names files that exist', () => {
    const named = [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.\w+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(rows.length);
    expect(named.filter((path) => !existsSync(join(PROJECT_FOLDER, path)))).toEqual([]);
  });
});

describe('what is delivered', () => {
  it('is looked at', () => {
    expect(shippedSources().length).toBeGreaterThan(200);
    expect(sourcesWith(/NestFactory/)).toContain('dashboard-api/create-app.ts');
  });

  it.each([
    ['runs no commands of the system', /child_process/],
    ['runs no text as code', /\beval\(|new Function\(|vm'/],
    ['writes no HTML from scripts', /\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/],
    ['uses no hash that is broken', /'(md5|sha1|sha-1)'/i],
  ])('%s', (_, pattern) => {
    expect(sourcesWith(pattern)).toEqual([]);
  });

  it('puts no value into a template as it is but the data for scripts, escaped as JSON', () => {
    const [path, ...others] = sourcesWith(/\{\{\{|\{\{&/);
    expect(others).toEqual([]);
    expect(read(path!).match(/.*\{\{\{.*/g)).toEqual([
      '<script type="application/json" id="page-data">{{{page.data}}}</script>',
    ]);
  });
});
