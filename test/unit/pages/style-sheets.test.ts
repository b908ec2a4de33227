import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VIEWS_DIR } from './overview-of.ts';

const tokens = readFileSync(join(VIEWS_DIR, 'assets/styles/tokens.css'), 'utf8');

const PAIR = /(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
const pairs = [...tokens.matchAll(PAIR)];

const LIGHT = Object.fromEntries(pairs.map(([, name, light]) => [name, light]));
const DARK = Object.fromEntries(pairs.map(([, name, , dark]) => [name, dark]));

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colours', () => {
  it('are each there for both themes, as hex', () => {
    expect(pairs).toHaveLength(tokens.match(/--[\w-]+:/g)?.length ?? 0);
    expect(pairs.length).toBeGreaterThan(15);
  });

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('of text and marks can be told from the ground, %s', (_, theme) => {
    const against = (name: string, ground: string): number =>
      contrast(theme[name] ?? '', theme[ground] ?? '');
    for (const text of ['--ink', '--ink-2', '--ink-3', '--partial-text', '--failed-text']) {
      expect(against(text, '--surface')).toBeGreaterThanOrEqual(4.5);
      expect(against(text, '--bg')).toBeGreaterThanOrEqual(4.5);
    }
    for (const mark of ['--ctl', '--focus', '--success', '--partial', '--failed', '--upcoming']) {
      expect(against(mark, '--surface')).toBeGreaterThanOrEqual(3);
    }
    for (const step of [0, 1, 2, 3, 4, 5]) {
      const text = step < 4 ? '--ink' : '--heat-ink';
      expect(against(text, `--heat-${step}`)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
