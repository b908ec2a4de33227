import type {
  BoosterMonth,
  BoosterStatistics,
} from '../../../../domain/launches/statistics/boosters.ts';
import { boosterStatistics } from '../../../../domain/launches/statistics/boosters.ts';
import type { Localization } from '../../language/localization.ts';
import { daysOfMonth } from '../../query/filter-part.ts';
import type { Selection } from '../selection.ts';
import type { CardView, LegendItem, TableView } from '../views.ts';
import { binOptions } from './bin-options.ts';
import { monthsRange } from './months-card.ts';
import { plainCard } from './plain-card.ts';

const UNRECORDED = '–';

/** What became of the boosters; its months are those of the launches. */
export const boosterRows = (selection: Selection): BoosterStatistics =>
  boosterStatistics(selection.launches, monthsRange(selection) ?? { from: null, to: null });

/** True where launches flew and none of their boosters is on record. */
const isUnrecorded = ({ flights, launches_without_record }: BoosterMonth): boolean =>
  flights === 0 && launches_without_record > 0;

const holdsLaunches = ({ flights, launches_without_record: silent }: BoosterMonth): boolean =>
  flights + silent > 0;

const landings = (
  { landing_attempts, landings: landed, losses, last_loss }: BoosterStatistics,
  { text, formats }: Localization,
): string | null => {
  const count = landed + losses;
  if (landing_attempts === 0) return null;
  if (count === 0) return text('takeaway.boosters.unknown', { count: landing_attempts });
  if (last_loss === null) return text('takeaway.boosters.all_landed', { count });
  return text('takeaway.boosters.landed', { landed, count, day: formats.shortDate(last_loss) });
};

const takeaway = (
  { flown, launches }: Selection,
  boosters: BoosterStatistics,
  localization: Localization,
): string => {
  const { text } = localization;
  const { flights: count, reflights, launches_without_record: silent } = boosters;
  if (flown.length === 0) return text('takeaway.none_flown', { count: launches.length });
  const gap = silent === 0 ? null : text('takeaway.boosters.unrecorded', { count: silent });
  if (count === 0) return gap ?? '';
  const landed =
    landings(boosters, localization) ?? text('takeaway.boosters.no_attempt', { count });
  const flew = text('takeaway.boosters.reflights', { reflights, count });
  return [landed, flew, gap].filter((sentence) => sentence !== null).join(' ');
};

const legendOf = (boosters: BoosterStatistics, { text, formats }: Localization): LegendItem[] => {
  const items = [
    { outcome: 'success', name: text('chart.landed'), count: boosters.landings },
    { outcome: 'failed', name: text('chart.lost'), count: boosters.losses },
    { outcome: 'unknown', name: text('chart.not_recorded'), count: boosters.unknown },
    { outcome: 'reflights', name: text('chart.reflights'), count: boosters.reflights },
  ] as const;
  return items
    .filter(({ count }) => count > 0)
    .map((item) => ({ ...item, count: formats.number(item.count) }));
};

const tableOf = (
  title: string,
  { links }: Selection,
  { flights, months, launches_without_record: silent }: BoosterStatistics,
  { text, formats }: Localization,
): TableView => {
  const columns = ['landed', 'lost', 'not_recorded', 'reflights', 'flights'] as const;
  const names = [...columns, ...(silent > 0 ? (['without_record'] as const) : [])];
  const cellsOf = (row: BoosterMonth): string[] => {
    const counts = [row.landings, row.losses, row.unknown, row.reflights, row.flights];
    const cells = counts.map((count) => (isUnrecorded(row) ? UNRECORDED : formats.number(count)));
    return silent > 0 ? [...cells, formats.number(row.launches_without_record)] : cells;
  };
  return {
    caption: title,
    heading: text('table.month'),
    columns: names.map((name) => text(`chart.${name}`)),
    rows: (flights === 0 ? [] : months).toReversed().map((row) => ({
      name: formats.month(row.month),
      cells: cellsOf(row),
      link: holdsLaunches(row) ? links.part(daysOfMonth(row.month)) : null,
    })),
  };
};

/**
 * Landings and reflights of boosters per month.
 * @param elsewhere the same page over another source, which may have records where this one has none
 */
export const boostersCard = (
  selection: Selection,
  boosters: BoosterStatistics,
  elsewhere: CardView['link'],
  localization: Localization,
): CardView => {
  const title = localization.text('chart.landings_per_month');
  const { flights, landing_attempts, reflights, launches_without_record } = boosters;
  const isSilent = flights === 0 && launches_without_record > 0;
  return {
    ...plainCard('boosters', title),
    takeaway: takeaway(selection, boosters, localization),
    options: binOptions(localization),
    legend: legendOf(boosters, localization),
    hasPlot: landing_attempts + reflights > 0,
    link: isSilent ? elsewhere : null,
    table: tableOf(title, selection, boosters, localization),
  };
};
