import { launchpadStatistics } from '../../../../domain/launches/statistics/groups.ts';
import type { Localization } from '../../language/localization.ts';
import { buildOutcomeTable } from '../outcome-table.ts';
import type { OutcomeCounts } from '../outcomes.ts';
import { withUnconfirmed } from '../outcomes.ts';
import { padLabels } from '../pad-labels.ts';
import type { Selection } from '../selection.ts';
import type { CardView } from '../views.ts';

export type PadRow = { id: string; label: string } & OutcomeCounts;

const MAX_NAMED = 3;

/** Pads by their launches, largest total first; launches that nobody confirms are at no pad. */
export const padRows = ({ confirmed }: Selection): PadRow[] => {
  const groups = launchpadStatistics(confirmed);
  const labels = padLabels(groups);
  return groups.map(({ name, ...counts }) => ({
    ...withUnconfirmed(counts, 0),
    label: labels.get(counts.id) ?? name,
  }));
};

const flownFrom = ({ total, upcoming }: PadRow): number => total - upcoming;

const takeaway = (
  { flown, launches }: Selection,
  rows: readonly PadRow[],
  { text, formats }: Localization,
): string => {
  if (flown.length === 0) return text('takeaway.none_flown', { count: launches.length });
  const most = Math.max(...rows.map(flownFrom));
  const leaders = rows.filter((row) => flownFrom(row) === most).map(({ label }) => label);
  const pads = formats.list(leaders.slice(0, MAX_NAMED));
  const count = flown.length;
  if (most === count) return text('takeaway.pads.all', { count, pad: pads });
  const shares = { flown: most, count, share: formats.share(most, count) };
  if (leaders.length === 1) return text('takeaway.pads.one', { ...shares, pad: pads });
  return leaders.length <= MAX_NAMED
    ? text('takeaway.pads.some', { ...shares, pads })
    : text('takeaway.pads.many', { ...shares, number: leaders.length });
};

/** Launches per pad by outcome. */
export const padsCard = (
  selection: Selection,
  rows: readonly PadRow[],
  localization: Localization,
): CardView => {
  const { text } = localization;
  const title = text('card.pads');
  return {
    chart: 'pads',
    title,
    takeaway: takeaway(selection, rows, localization),
    bins: [],
    legend: [],
    hasPlot: rows.length > 0,
    plotRows: rows.length,
    table: buildOutcomeTable(
      {
        caption: title,
        heading: text('table.pad'),
        rows,
        nameOf: ({ label }) => label,
        linkOf: ({ id }) => selection.links.part({ launchpads: [id] }),
      },
      localization,
    ),
  };
};
