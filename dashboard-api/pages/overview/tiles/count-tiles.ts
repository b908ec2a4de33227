import type { Localization } from '../../language/localization.ts';
import { knownOutcomes } from '../outcomes.ts';
import type { Selection } from '../selection.ts';
import type { TileView } from '../views.ts';
import { compareYears } from '../year-comparison.ts';

const plain = { countdownTo: null, badge: null, valueHref: null, lineHref: null };

/** What of the total is not a launch with an outcome: "18 unconfirmed, 1 of unknown outcome". */
const describeOthers = ({ counts }: Selection, { text }: Localization): string =>
  (['unconfirmed', 'unknown'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => text(`tile.launches.${outcome}`, { count: counts[outcome] }))
    .join(', ');

const toCome = ({ counts }: Selection, { text }: Localization): string[] =>
  counts.upcoming > 0 ? [text('tile.launches.upcoming', { count: counts.upcoming })] : [];

const compared = (selection: Selection, localization: Localization): string[] => {
  const comparison = compareYears(selection);
  if (comparison === null) return [];
  const { count, earlierCount, earlierDay } = comparison;
  const day = localization.formats.shortDate(earlierDay);
  return [localization.text('tile.launches.this_year', { count, earlier: earlierCount, day })];
};

const launchesContext = (selection: Selection, localization: Localization): string[] => {
  const others = describeOthers(selection, localization);
  const first = others === '' ? compared(selection, localization) : [others];
  return [...first, ...toCome(selection, localization)];
};

/** How many launches the page is about. */
export const launchesTile = (selection: Selection, localization: Localization): TileView => ({
  ...plain,
  label: localization.text('tile.launches'),
  value: localization.formats.number(selection.counts.total),
  kind: 'number',
  lines: launchesContext(selection, localization),
});

/** Share of successes among the launches with a known outcome. */
export const successRateTile = (
  { counts }: Selection,
  { text, formats }: Localization,
): TileView => {
  const known = knownOutcomes(counts);
  const label = text('tile.success_rate');
  if (known === 0) {
    const line = text('tile.success_rate.none_known', { count: counts.total });
    const lines = counts.total === 0 ? [] : [line];
    return { ...plain, label, value: text('tile.success_rate.none'), kind: 'none', lines };
  }
  return {
    ...plain,
    label,
    value: formats.share(counts.success, known),
    kind: 'number',
    lines: [text('tile.success_rate.of', { success: counts.success, count: known })],
  };
};
