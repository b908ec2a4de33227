import { describe, expect, it } from '@jest/globals';
import { createFormats } from '../../../dashboard-api/pages/language/formats.ts';
import { formatLaunchTime } from '../../../dashboard-api/pages/language/launch-dates.ts';
import { formatSpan } from '../../../dashboard-api/pages/language/spans.ts';
import type { DatePrecision } from '../../../domain/launches/dates.ts';
import { localizations } from './overview-of.ts';

const en = createFormats('en-GB');
const es = createFormats('es-ES');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it('are grouped from five digits', () => {
    expect([6247, 10_000].map(en.number)).toEqual(['6247', '10,000']);
    expect([6247, 10_000].map(es.number)).toEqual(['6247', '10.000']);
  });

  it('of a share have a decimal from 100 known outcomes', () => {
    expect(en.share(660, 674)).toBe('97.9%');
    expect(en.share(97, 100)).toBe('97.0%');
    expect(en.share(6, 11)).toBe('55%');
    expect(es.share(660, 674)).toBe('97,9\u00a0%');
    expect(es.share(6, 11)).toBe('55\u00a0%');
  });

  it('of a share are all or nothing only when exact', () => {
    expect([en.share(162, 162), en.share(0, 120)]).toEqual(['100%', '0%']);
    expect([en.share(9999, 10_000), en.share(1, 10_000)]).toEqual(['99.9%', '0.1%']);
    expect(es.share(9999, 10_000)).toBe('99,9\u00a0%');
  });
});

describe('dates', () => {
  it('are UTC days in the order of the language, without breaks', () => {
    expect(en.shortDate('2006-03-24')).toBe('24\u00a0Mar\u00a02006');
    expect(plain(en.shortDate('2016-09-01T23:59:59.999Z'))).toBe('1 Sept 2016');
    expect(plain(en.longDate('2006-03-24'))).toBe('24 March 2006');
    expect(plain(en.month('2006-03'))).toBe('March 2006');
    expect(es.shortDate('2016-09-01')).toBe('1\u00a0sept\u00a02016');
    expect(plain(es.longDate('2006-03-24'))).toBe('24 de marzo de 2006');
    expect(plain(es.month('2024-11'))).toBe('noviembre de 2024');
  });

  it('with a time say that it is UTC', () => {
    expect(plain(en.dateTime('2026-05-15T22:05:00.000Z'))).toBe('15 May 2026, 22:05 UTC');
    expect(plain(es.dateTime('2026-05-15T00:05:00.000Z'))).toBe('15 may 2026, 00:05 UTC');
  });
});

describe('the date of a launch', () => {
  const said = (launch_date_precision: DatePrecision, language: 'en' | 'es' = 'en'): string =>
    plain(
      formatLaunchTime(
        { launch_date: '2026-12-01T10:30:00.000Z', launch_date_precision },
        localizations[language],
      ),
    );

  it('is no finer than it is known', () => {
    expect(said('second')).toBe('1 Dec 2026, 10:30 UTC');
    expect(said('hour')).toBe('1 Dec 2026, 10:30 UTC');
    expect(said('day')).toBe('1 Dec 2026');
    expect(said('month')).toBe('December 2026');
    expect(said('quarter')).toBe('Q4 2026');
    expect(said('half')).toBe('H2 2026');
    expect(said('year')).toBe('2026');
    expect(said('quarter', 'es')).toBe('4.º trimestre de 2026');
  });
});

describe('spans', () => {
  const said = (minutes: number): string =>
    plain(formatSpan(minutes * 60_000, localizations.en.text));

  it('have their two largest units', () => {
    expect(said(37 * 60)).toBe('1 d 13 h');
    expect(said(24 * 60 + 5)).toBe('1 d');
    expect(said(9 * 60)).toBe('9 h');
    expect(said(61)).toBe('1 h 1 min');
    expect(said(42.9)).toBe('42 min');
    expect(said(0.5)).toBe('under 1 min');
  });
});
