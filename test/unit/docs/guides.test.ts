import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
const GUIDES = ['docs/deploy.md', 'docs/runbook.md', 'docs/recovery.md', 'docs/performance.md'];
const READERS = ['infra/stack-config.ts', 'infra/safeguard-config.ts'];

const read = (path: string): string => readFileSync(join(PROJECT_FOLDER, path), 'utf8');

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');

const anchorsIn = (path: string): string[] => matches(read(path), /^#+ (.+)$/gm).map(anchorOf);

describe.each(GUIDES)('%s', (guide) => {
  it('leads only to pages and sections that are there', () => {
    const targets = matches(read(guide), /\]\((?!https?:)([^)]+)\)/g);
    for (const target of targets) {
      const [page = '', anchor] = target.split('#');
      const path = page === '' ? guide : join('docs', page);
      expect({ path, exists: existsSync(join(PROJECT_FOLDER, path)) }).toEqual({
        path,
        exists: true,
      });
      if (anchor !== undefined) expect(anchorsIn(path)).toContain(anchor);
    }
  });

  it('asks Pulumi for outputs that the program has', () => {
    const asked = matches(read(guide), /pulumi stack output (\w+)/g);
    expect(matches(read('infra/index.ts'), /^export const (\w+)/gm)).toEqual(
      expect.arrayContaining(asked),
    );
  });

  it('holds commands that a shell can read', () => {
    const blocks = matches(read(guide), /```sh\n(.*?)```/gs);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const { stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' });
      expect({ block, stderr }).toEqual({ block, stderr: '' });
    }
  });
});

describe('the settings in docs/deploy.md', () => {
  const section = read('docs/deploy.md').split('## Settings')[1]?.split('\n## ')[0] ?? '';
  const documented = matches(section, /^\| (`[^|]+) \|/gm).flatMap((cell) =>
    matches(cell, /`(\w+)`/g),
  );

  it('are those that the program reads', () => {
    const reader = READERS.map(read).join('\n');
    const known = matches(
      reader,
      /(?:settings\.\w+|config\.getSecret|config\.requireSecret)\(\s*'(\w+)'/g,
    );
    expect(unique(documented)).toEqual(unique(known));
  });

  it('are each there once', () => {
    expect(documented).toHaveLength(unique(documented).length);
  });
});

describe('the outputs in docs/deploy.md', () => {
  it('are those that the program has', () => {
    const section =
      read('docs/deploy.md')
        .split(/\| output +\|/)[1]
        ?.split('\n\n')[0] ?? '';
    const rows = section.split('\n').slice(2);
    const documented = rows.flatMap((row) => matches(row.split('|')[1] ?? '', /`(\w+)`/g));
    expect(unique(documented)).toEqual(
      unique(matches(read('infra/index.ts'), /^export const (\w+)/gm)),
    );
  });
});
