import type { Localization } from '../../language/localization.ts';
import type { PageRows } from '../page-data.ts';
import type { Selection } from '../selection.ts';
import type { CardView } from '../views.ts';
import { boosterRows, boostersCard } from './boosters-card.ts';
import { groupCard } from './group-card.ts';
import { groupRows } from './group-rows.ts';
import { heatCard, yearRows } from './heat-card.ts';
import { monthRows, monthsCard } from './months-card.ts';
import { rateRows, statusCard } from './status-card.ts';
import { dayRows, timelineCard } from './timeline-card.ts';

/** Years from which the heat map is as high as two cards beside it. */
const TALL_FROM = 6;

/** The numbers of all cards. */
export const pageRows = (selection: Selection, localization: Localization): PageRows => ({
  months: monthRows(selection),
  days: dayRows(selection),
  years: yearRows(selection),
  ...groupRows(selection, localization),
  boosters: boosterRows(selection),
  ...rateRows(selection, localization),
});

/**
 * The cards of the overview, in reading order.
 * @param elsewhere the same page over another source; null when there is none
 */
export const overviewCards = (
  selection: Selection,
  rows: PageRows,
  elsewhere: CardView['link'],
  localization: Localization,
): CardView[] => [
  monthsCard(selection, rows.months, localization),
  timelineCard(selection, rows.days, localization),
  statusCard(selection, rows, localization),
  heatCard(selection, rows.years, localization),
  groupCard('pads', selection, rows.pads, localization),
  groupCard('rockets', selection, rows.per_rocket, localization),
  boostersCard(selection, rows.boosters, elsewhere, localization),
  groupCard('orbits', selection, rows.per_orbit, localization),
];

/** How the cards share the width: a tall heat map stands beside others, a low one has a row of its own. */
export const cardsLayout = ({ years }: Pick<PageRows, 'years'>): 'tall-heat' | 'low-heat' =>
  years.length >= TALL_FROM ? 'tall-heat' : 'low-heat';
