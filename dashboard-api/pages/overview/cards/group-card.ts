import type { Localization } from '../../language/localization.ts';
import type { PartLink } from '../../query/page-links.ts';
import { buildLegend } from '../legend.ts';
import { buildOutcomeTable } from '../outcome-table.ts';
import type { Selection } from '../selection.ts';
import type { CardView } from '../views.ts';
import { plainCard } from './plain-card.ts';
import type { GroupRow } from './group-rows.ts';
import { drawnRows } from './group-rows.ts';

/** What launches are grouped by: the chart, and the words of its card. */
export type Grouping = 'pads' | 'rockets' | 'orbits';

const HEADINGS = { pads: 'table.pad', rockets: 'table.rocket', orbits: 'table.orbit' } as const;

/** Orbits that name none: not recorded, and what Launch Library says of those it does not know. */
const UNNAMED: readonly string[] = ['', 'Unknown'];
const MAX_NAMED = 3;

const flownOf = ({ total, upcoming, unconfirmed }: GroupRow): number =>
  total - upcoming - unconfirmed;

const takeaway = (
  grouping: Grouping,
  { flown, launches }: Selection,
  rows: readonly GroupRow[],
  { text, formats }: Localization,
): string => {
  if (flown.length === 0) return text('takeaway.none_flown', { count: launches.length });
  const named = rows.filter(({ id }) => !UNNAMED.includes(id));
  const most = Math.max(0, ...named.map(flownOf));
  const count = flown.length;
  if (most === 0) return text('takeaway.orbits.none', { count });
  const leaders = named.filter((row) => flownOf(row) === most).map(({ label }) => label);
  const names = formats.list(leaders.slice(0, MAX_NAMED));
  if (most === count) return text(`takeaway.${grouping}.all`, { count, name: names });
  const shares = { flown: most, count, share: formats.share(most, count) };
  if (leaders.length === 1) return text(`takeaway.${grouping}.one`, { ...shares, name: names });
  return leaders.length <= MAX_NAMED
    ? text(`takeaway.${grouping}.some`, { ...shares, names })
    : text(`takeaway.${grouping}.many`, { ...shares, number: leaders.length });
};

/** Rows of pads and rockets filter by them; by orbit nothing can be filtered. */
const linkOf = (
  grouping: Grouping,
  { id, label }: GroupRow,
  { links }: Selection,
): PartLink | null => {
  if (grouping === 'orbits') return null;
  return links.part(grouping === 'pads' ? { launchpads: [id] } : { rockets: [label] });
};

/** Launches per pad, rocket or orbit by outcome. */
export const groupCard = (
  grouping: Grouping,
  selection: Selection,
  rows: readonly GroupRow[],
  localization: Localization,
): CardView => {
  const { text } = localization;
  const title = text(`card.${grouping}`);
  const hasPlot = rows.some(({ id }) => id !== '');
  return {
    ...plainCard(grouping, title),
    takeaway: takeaway(grouping, selection, rows, localization),
    legend: hasPlot ? buildLegend(selection.counts, localization) : [],
    hasPlot,
    plotRows: drawnRows(rows, localization).length,
    table: buildOutcomeTable(
      {
        caption: title,
        heading: text(HEADINGS[grouping]),
        rows,
        nameOf: ({ label }) => label,
        linkOf: (row) => linkOf(grouping, row, selection),
      },
      localization,
    ),
  };
};
