import { describe, expect, it } from '@jest/globals';
import {
  component,
  property,
  textProperty,
} from '../../../dashboard-api/launches/calendar/content-lines.ts';
import { parseCalendar, unescapeText } from '../../helpers/calendar.ts';

const linesOf = (text: string): string[] => text.split('\r\n').slice(0, -1);

describe('a content line', () => {
  it('is whole up to 75 octets, and goes on behind a space from there', () => {
    expect(property('SUMMARY', 'x'.repeat(67))).toBe(`SUMMARY:${'x'.repeat(67)}\r\n`);
    expect(property('SUMMARY', 'x'.repeat(68))).toBe(`SUMMARY:${'x'.repeat(67)}\r\n x\r\n`);
    expect(linesOf(property('A', 'x'.repeat(300))).map(({ length }) => length)).toEqual([
      75, 75, 75, 75, 6,
    ]);
  });

  it.each(['é', '語', '🚀'])('never breaks %s, which is more than an octet', (character) => {
    for (let before = 55; before < 80; before += 1) {
      const value = 'x'.repeat(before) + character.repeat(60);
      const lines = linesOf(property('DESCRIPTION', value));
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(lines.join('').includes('\ufffd')).toBe(false);
      const joined = lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('');
      expect(joined).toBe(`DESCRIPTION:${value}`);
    }
  });

  it.each([
    ['a;b,c\\d', 'a\\;b\\,c\\\\d'],
    ['one\ntwo\r\nthree\rfour\u2028five\u0085six', 'one\\ntwo\\nthree\\nfour\\nfive\\nsix'],
    ['a\u0000b\u001b[1mc\u007fd\te', 'ab[1mcd\te'],
    ['\\n is not a line end', '\\\\n is not a line end'],
    ['END:VEVENT\r\nBEGIN:VALARM', 'END:VEVENT\\nBEGIN:VALARM'],
    ['"quoted": as it is', '"quoted": as it is'],
  ])('holds %j escaped', (text, escaped) => {
    expect(textProperty('A', text)).toBe(`A:${escaped}\r\n`);
  });

  it('gives back the text that was put in', () => {
    const text = 'Flight 7; "heavy", \\n\n🚀 '.repeat(20);
    const { properties } = parseCalendar(component('X', [textProperty('A', text)]));
    expect(unescapeText(properties['A']!)).toBe(text);
  });
});
