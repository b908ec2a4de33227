import { describe, expect, it } from '@jest/globals';
import { chartLocale, createFormats } from '../../../views/assets/charts/formats.ts';
import { readPalette } from '../../../views/assets/charts/palette.ts';
import { tooltipHtml } from '../../../views/assets/charts/tooltip.ts';
import { timeLeft } from '../../../views/assets/time-left.ts';
import { fill } from '../../../views/assets/words.ts';
import { words } from './sample-page.ts';

const MINUTE = 60_000;

describe('words and numbers of charts', () => {
  it('follow the language of the page', () => {
    const [en, es] = [createFormats('en'), createFormats('es')];
    expect([en.number(6247), en.number(10000)]).toEqual(['6247', '10,000']);
    expect([es.number(6247), es.number(10000)]).toEqual(['6247', '10.000']);
    expect(en.date('2016-09-01')).toBe('1\u00a0Sept\u00a02016');
    expect(es.date('2016-09-01')).toBe('1\u00a0sept\u00a02016');
    expect(en.monthAndYear('2006-03')).toBe('Mar\u00a02006');
    expect(en.dayOfYear('2026-05-15')).toBe('15\u00a0May');
  });

  it('name the months and days of a time axis', () => {
    const { name, options } = chartLocale('es');
    expect(name).toBe('es');
    expect(options.shortMonths.map((month) => month.replace(/\u200b/g, ''))).toEqual([
      'ene',
      'feb',
      'mar',
      'abr',
      'may',
      'jun',
      'jul',
      'ago',
      'sept',
      'oct',
      'nov',
      'dic',
    ]);
    expect(new Set(options.shortMonths.map(({ length }) => length)).size).toBe(1);
    expect(options.months[0]).toBe('enero');
    expect(options.days[0]).toBe('domingo');
  });

  it('put values into their places and leave other braces alone', () => {
    expect(fill('to {date} {other}', { date: '$& 15 May' })).toBe('to $& 15 May {other}');
  });

  it('tell the time left in two units', () => {
    const spans = [37 * 60, 60.9, 59, 1, 0.2, 24 * 60, 25 * 60 + 30];
    expect(
      spans.map((minutes) => timeLeft(minutes * MINUTE, words).replaceAll('\u00a0', ' ')),
    ).toEqual([
      'in 1 d 13 h',
      'in 1 h',
      'in 59 min',
      'in 1 min',
      'in 1 min',
      'in 1 d',
      'in 1 d 1 h',
    ]);
  });
});

describe('a tooltip', () => {
  const mishap = (name: string, status: 'failed' | 'partial_failure') => ({
    date: '2020-01-01',
    name,
    status,
    total: 1,
  });

  it('names four missions, failed ones first, and counts the rest', () => {
    const mishaps = [
      mishap('p', 'partial_failure'),
      ...['a', 'b', 'c', 'd'].map((name) => mishap(name, 'failed')),
    ];
    const html = tooltipHtml({ title: 't', rows: [], mishaps }, words.more);
    expect(html.match(/<li class="tooltip-failed">/g)).toHaveLength(4);
    expect(html).not.toContain('tooltip-partial_failure');
    expect(html).toContain('and 1 more');
  });

  it('escapes whatever it is given', () => {
    const html = tooltipHtml({ title: `"'&<b>`, rows: [{ label: '<i>', value: '<u>' }] }, '');
    expect(html).toContain('&quot;&#39;&amp;&lt;b&gt;');
    expect(html).not.toMatch(/<[biu]>/);
  });
});

describe('the palette', () => {
  it('refuses a colour that charts cannot compute with', () => {
    expect(() => readPalette(() => 'rebeccapurple')).toThrow('--success is not a hex colour');
    expect(() => readPalette((property) => (property === '--line' ? '' : '#4583C0'))).toThrow(
      '--line',
    );
    expect(readPalette(() => ' #4583C0 ').ink).toBe('#4583C0');
  });
});
