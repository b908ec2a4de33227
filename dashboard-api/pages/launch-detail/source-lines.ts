import type { Launch } from '../../../domain/launches/launch.ts';
import type { LineView } from '../facts/lines.ts';
import { line } from '../facts/lines.ts';
import type { Localization } from '../language/localization.ts';
import { instantView } from '../language/times.ts';
import type { OtherSource } from './other-source.ts';

/** Where a launch is from and when it was read there. */
const originLines = (launch: Launch, localization: Localization): LineView[] => {
  const { text } = localization;
  const times = {
    read: launch.ingested_at,
    updated: launch.source_updated_at,
    missing: launch.missing_since,
  };
  return [
    line(text('source.label'), text(`source.${launch.source}`)),
    ...Object.entries(times).flatMap(([name, time]) =>
      time === null ? [] : [line(text(`launch.${name}`), instantView(time, localization))],
    ),
  ];
};

/** The ids of a launch and of what it names; that of Launch Library once, where it is the launch's own. */
const idLines = (launch: Launch, { text }: Localization): LineView[] => {
  const { id, launch_library_id: shared, rocket_id: rocket, launchpad_id: pad } = launch;
  const ids = {
    id,
    ...(shared === id ? {} : { library_id: shared }),
    rocket_id: rocket,
    pad_id: pad,
  };
  return Object.entries(ids).map(([name, value]) =>
    line(text(`launch.${name}`), value, { isCode: value !== null }),
  );
};

/** What is known of a launch as a record, and the ways to it as data and in the other source. */
export const buildSourceLines = (
  launch: Launch,
  counterpart: OtherSource | null,
  jsonHref: string,
  localization: Localization,
): LineView[] => {
  const { text } = localization;
  const other =
    counterpart &&
    line(text('launch.also_in'), text(`source.${counterpart.source}`), {
      href: counterpart.href,
    });
  return [
    ...originLines(launch, localization),
    ...idLines(launch, localization),
    ...(other ? [other] : []),
    line(text('launch.as_data'), 'JSON', { href: jsonHref }),
  ];
};
