import type { LaunchSummary } from '../../../../domain/launches/launch.ts';
import { successRate } from '../../../../domain/launches/statistics/counts.ts';
import { rocketStatistics } from '../../../../domain/launches/statistics/groups.ts';
import type { Localization } from '../../language/localization.ts';
import { buildLegend } from '../legend.ts';
import { missionLabel } from '../mission.ts';
import { buildOutcomeTable } from '../outcome-table.ts';
import type { OutcomeCounts } from '../outcomes.ts';
import { countOutcomes, isKnownOutcome, isMishap, withUnconfirmed } from '../outcomes.ts';
import type { Selection } from '../selection.ts';
import type { CardView, TableView } from '../views.ts';
import { plainCard } from './plain-card.ts';

/** Launches with a known outcome; `success_rate` is 0 to 1, `rate_text` the same in words and digits. */
export type RateRow = OutcomeCounts & { success_rate: number | null; rate_text: string };
export type RocketRow = { id: string; label: string } & RateRow;

/** Rows of the share: only launches whose outcome is known take part. */
export interface RateRows {
  all: RateRow;
  /** Largest total first. */
  rockets: RocketRow[];
}

const withRate = <T extends OutcomeCounts>(
  counts: T,
  { text, formats }: Localization,
): T & RateRow => ({
  ...counts,
  success_rate: successRate(counts),
  rate_text:
    counts.total === 0
      ? text('tile.success_rate.none')
      : formats.share(counts.success, counts.total),
});

const knownOf = ({ launches }: Selection): LaunchSummary[] =>
  launches.filter(({ launch_status }) => isKnownOutcome(launch_status));

export const rateRows = (selection: Selection, localization: Localization): RateRows => {
  const known = knownOf(selection);
  return {
    all: withRate(countOutcomes(known, selection.now), localization),
    rockets: rocketStatistics(known).map(({ name, ...counts }) =>
      withRate({ ...withUnconfirmed(counts, 0), label: name }, localization),
    ),
  };
};

/** Starship flies to be tested, and its prototypes did: what falls short there says little of the others. */
const isTestVehicle = ({ rocket_name }: LaunchSummary): boolean =>
  rocket_name.startsWith('Starship');

const takeaway = (selection: Selection, { text, formats }: Localization): string => {
  const count = knownOf(selection).length;
  const mishaps = selection.launches.filter(isMishap);
  const last = mishaps.at(-1);
  if (count === 0) return text('takeaway.status.none', { count: selection.launches.length });
  if (!last) return text('takeaway.status.all', { count });
  const name = missionLabel(last);
  const short = mishaps.length;
  const day = formats.longDate(last.launch_date);
  if (short === 1) return text('takeaway.status.one', { short, count, name, day });
  const tests = mishaps.filter(isTestVehicle).length;
  return tests * 2 > short
    ? text('takeaway.status.tests', { short, count, tests })
    : text('takeaway.status.last', { short, count, name, day });
};

const rateTable = (
  { links }: Selection,
  { all, rockets }: RateRows,
  localization: Localization,
): TableView => {
  const { text } = localization;
  const total = { ...all, id: null, label: text('chart.all_rockets') };
  const rows = all.total === 0 ? [] : [total, ...rockets];
  const table = buildOutcomeTable(
    {
      caption: text('card.status'),
      heading: text('table.rocket'),
      rows,
      nameOf: ({ label }) => label,
      linkOf: ({ id, label }) => (id === null ? null : links.part({ rockets: [label] })),
    },
    localization,
  );
  return {
    ...table,
    columns: [...table.columns, text('tile.success_rate')],
    rows: table.rows.map((row, index) => ({
      ...row,
      cells: [...row.cells, rows[index]?.rate_text ?? ''],
    })),
  };
};

/** What became of the launches, overall and by rocket. */
export const statusCard = (
  selection: Selection,
  rows: RateRows,
  localization: Localization,
): CardView => ({
  ...plainCard('status', localization.text('card.status')),
  takeaway: takeaway(selection, localization),
  legend: buildLegend(rows.all, localization),
  hasPlot: rows.all.total > 0,
  plotRows: rows.rockets.length + 1,
  table: rateTable(selection, rows, localization),
});
