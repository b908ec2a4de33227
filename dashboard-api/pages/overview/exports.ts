import { hasDay } from '../../../domain/launches/dates.ts';
import { isToCome } from '../../../domain/launches/upcoming.ts';
import type { Localization } from '../language/localization.ts';
import { exportLink } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { Selection } from './selection.ts';

/** A file of the launches that a page shows. */
export interface ExportView {
  href: string;
  label: string;
  /** What is in it: "674 launches", "3 upcoming". */
  detail: string;
}

const FORMATS = ['csv', 'ndjson', 'ics'] as const;

/** The launches of a page as files, under the same filter. */
export const buildExports = (
  { launches, now }: Pick<Selection, 'launches' | 'now'>,
  query: PageQuery,
  { text }: Localization,
): ExportView[] => {
  const dated = launches.filter(
    (launch) => isToCome(launch, now) && hasDay(launch.launch_date_precision),
  );
  const all = text('list.total', { count: launches.length });
  const details = { csv: all, ndjson: all, ics: text('export.upcoming', { count: dated.length }) };
  return FORMATS.map((format) => ({
    href: exportLink(format, query),
    label: text(`export.${format}`),
    detail: details[format],
  }));
};
