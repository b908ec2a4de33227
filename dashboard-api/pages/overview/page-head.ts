import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import type { Selection } from './selection.ts';

export interface DataAgeView {
  /** Day of the newest launch flown; null when none has. */
  day: string | null;
  age: string | null;
}

/** The scope of the page: the days its launches cover, or those asked for when there are none. */
export const titleOf = ({ span, asked }: Selection, { text, formats }: Localization): string => {
  const from = span?.from ?? asked.from;
  const to = span?.to ?? asked.to;
  if (from !== null && to !== null) {
    return from === to
      ? text('title.day', { day: formats.longDate(from) })
      : text('title.span', { from: formats.longDate(from), to: formats.longDate(to) });
  }
  if (from !== null) return text('title.from', { from: formats.longDate(from) });
  return to === null ? text('title.all') : text('title.to', { to: formats.longDate(to) });
};

const CREDITS = { 'launch-library': 'footer.launch_library', spacex: 'footer.spacex' } as const;

/** "Source: Launch Library 2 by The Space Devs, read 16 May 2026, 14:20 UTC" */
export const creditOf = (
  source: LaunchSource,
  asOf: string | null,
  { text, formats }: Localization,
): string => {
  const name = text(CREDITS[source]);
  return asOf === null ? name : text('footer.read', { source: name, time: formats.dateTime(asOf) });
};

/** How far the data reaches, and how long ago it was read. */
export const dataAgeOf = (
  { newest, now }: Selection,
  asOf: string | null,
  { text, formats }: Localization,
): DataAgeView => {
  const age = asOf === null ? null : Math.max(0, Date.parse(now) - Date.parse(asOf));
  return {
    day: newest && formats.shortDate(dayOf(newest.launch_date)),
    age: age === null ? null : text('data_age.read', { span: formatSpan(age, text) }),
  };
};
