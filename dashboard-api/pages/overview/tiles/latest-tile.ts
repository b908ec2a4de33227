import { latestLaunch } from '../../../../domain/launches/upcoming.ts';
import type { Localization } from '../../language/localization.ts';
import { launchTimeView } from '../../language/times.ts';
import { missionLabel } from '../mission.ts';
import { padCode } from '../pad-labels.ts';
import type { Selection } from '../selection.ts';
import type { TileView } from '../views.ts';

/** The last flown of the launches that the page is about. */
export const latestTile = (
  { launches, links }: Selection,
  localization: Localization,
): TileView => {
  const { text } = localization;
  const label = text('tile.latest');
  const plain = { label, countdownTo: null, lineHref: null };
  const launch = latestLaunch(launches);
  if (launch === null) {
    const value = text('tile.latest.none');
    return { ...plain, value, kind: 'none', badge: null, lines: [], valueHref: null };
  }
  const outcome = launch.launch_status;
  return {
    ...plain,
    value: missionLabel(launch),
    kind: 'text',
    badge: { outcome, name: text(`outcome.${outcome}`) },
    lines: [],
    when: { time: launchTimeView(launch, localization), rest: ` · ${padCode(launch)}` },
    valueHref: links.launch(launch.id),
  };
};
