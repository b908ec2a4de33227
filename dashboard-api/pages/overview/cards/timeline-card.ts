import { dayOf } from '../../../../domain/launches/dates.ts';
import type { DayCount } from '../../../../domain/launches/statistics/timeline.ts';
import { timelineStatistics } from '../../../../domain/launches/statistics/timeline.ts';
import type { Localization } from '../../language/localization.ts';
import type { Selection } from '../selection.ts';
import type { CardView } from '../views.ts';
import { plainCard } from './plain-card.ts';

/** How many have flown by each day, or on it; the latter where days are wide enough to see. */
const MODES = ['cumulative', 'day'] as const;

/** Days on which a launch flew, oldest first. */
export const dayRows = ({ flown }: Selection): DayCount[] => timelineStatistics(flown);

/** UTC day since which half of the flown launches have flown; null when fewer than two flew. */
export const halfDate = ({ flown }: Selection): string | null => {
  const launch = flown.length < 2 ? undefined : flown[Math.floor(flown.length / 2)];
  return launch ? dayOf(launch.launch_date) : null;
};

const takeaway = (selection: Selection, { text, formats }: Localization): string => {
  const { flown, launches } = selection;
  const [first] = flown;
  if (!first) return text('takeaway.none_flown', { count: launches.length });
  const half = halfDate(selection);
  return half === null
    ? text('takeaway.timeline.single', { day: formats.longDate(first.launch_date) })
    : text('takeaway.timeline.half', { count: flown.length, day: formats.longDate(half) });
};

/** How the number of flown launches grew. */
export const timelineCard = (
  selection: Selection,
  rows: readonly DayCount[],
  localization: Localization,
): CardView => {
  const { text, formats } = localization;
  const title = text('card.timeline');
  return {
    ...plainCard('timeline', title),
    takeaway: takeaway(selection, localization),
    options: {
      label: text('timeline.label'),
      options: MODES.map((name) => ({
        name,
        label: text(`timeline.${name}`),
        isActive: name === 'cumulative',
      })),
    },
    hasPlot: rows.length > 0,
    table: {
      caption: title,
      heading: text('table.date'),
      columns: [text('table.launches'), text('table.cumulative')],
      rows: rows.toReversed().map(({ date, count, cumulative }) => ({
        name: formats.shortDate(date),
        date,
        link: selection.links.part({ from: date, to: date }),
        cells: [formats.number(count), formats.number(cumulative)],
      })),
    },
  };
};
