import { describe, expect, it } from '@jest/globals';
import { createFormats } from '../../../dashboard-api/pages/language/formats.ts';
import type { TimeFormat } from '../../../views/assets/times/format-time.ts';
import { formatTime } from '../../../views/assets/times/format-time.ts';

const LATE = '2026-05-15T22:05:30.000Z';
const WINTER = '2026-01-15T22:05:30.000Z';

const at = (format: TimeFormat, language: string, zone: string, iso = LATE): string =>
  formatTime({ iso, precision: 'second', format }, language, zone).replaceAll('\u00a0', ' ');

describe('a time in a zone', () => {
  it.each<[TimeFormat, string, string]>([
    ['short', 'en', '16 May 2026, 00:05 CEST'],
    ['short', 'es', '16 may 2026, 00:05 CEST'],
    ['full', 'en', '16 May 2026, 00:05:30 CEST'],
    ['full', 'es', '16 de mayo de 2026, 00:05:30 CEST'],
    ['date', 'en', '16 May 2026'],
    ['clock', 'en', '00:05'],
    ['zone', 'en', 'CEST'],
    ['clock-zone', 'en', '00:05 CEST'],
  ])('as %s in %s', (format, language, text) => {
    expect(at(format, language, 'Europe/Madrid')).toBe(text);
  });

  it('names the zone as it was that day, by its distance where it has no letters', () => {
    expect(at('clock-zone', 'en', 'Europe/Madrid', WINTER)).toBe('23:05 CET');
    expect(at('clock-zone', 'en', 'Asia/Kolkata')).toBe('03:35 GMT+5:30');
    expect(at('short', 'en', 'America/Los_Angeles')).toBe('15 May 2026, 15:05 GMT-7');
  });

  it('says seconds only where they are known and asked for', () => {
    const minute = { iso: LATE, precision: 'minute', format: 'full' } as const;
    expect(formatTime(minute, 'en', 'UTC').replaceAll('\u00a0', ' ')).toBe(
      '15 May 2026, 22:05 UTC',
    );
  });

  it.each(['en', 'es'] as const)('reads in UTC as the server writes it, %s', (language) => {
    const formats = createFormats({ en: 'en-GB', es: 'es-ES' }[language]);
    const instant = { iso: LATE, precision: 'second' };
    const written = (format: TimeFormat): string =>
      formatTime({ ...instant, format }, language, 'UTC');
    expect(written('short')).toBe(formats.dateTime(LATE));
    expect(written('date')).toBe(formats.columnDate(LATE));
    expect(written('clock-zone')).toBe(formats.time(LATE));
  });
});
