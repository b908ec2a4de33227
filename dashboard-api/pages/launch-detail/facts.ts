import type { Launch } from '../../../domain/launches/launch.ts';
import type { LineView } from '../facts/lines.ts';
import { line } from '../facts/lines.ts';
import { missionTypeName, orbitName } from '../language/facts.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import type { TimeView } from '../language/times.ts';
import { instantView } from '../language/times.ts';
import { padName } from '../overview/pad-labels.ts';

const SECOND_MS = 1000;
const MINUTE_SECONDS = 60;

const describeWindow = (seconds: number | null, { text }: Localization): string | null => {
  if (seconds === null) return null;
  if (seconds === 0) return text('launch.window.instant');
  return seconds < MINUTE_SECONDS
    ? text('span.seconds', { amount: seconds })
    : formatSpan(seconds * SECOND_MS, text);
};

const describeFairings = (reused: boolean | null, { text }: Localization): string | null =>
  reused === null ? null : text(reused ? 'launch.fairings.reused' : 'launch.fairings.new');

/** Whether the fairings came back, as far as either of the two fields says. */
const describeRecovery = (
  { fairings_recovered: recovered, fairings_recovery_attempt: attempted }: Launch,
  { text }: Localization,
): string | null => {
  if (recovered === true) return text('launch.recovery.made');
  if (attempted === false) return text('launch.recovery.not_tried');
  if (recovered === false) return text('launch.recovery.failed');
  return attempted === null ? null : text('launch.recovery.tried');
};

const describePad = (name: string): string => {
  const { site } = padName(name);
  return site === null ? name : `${name}, ${site}`;
};

/** What is known of a flight, gaps among it, in the order of the page. */
export const buildFacts = (launch: Launch, localization: Localization): LineView[] => {
  const { text, formats } = localization;
  const { flight_number: number, static_fire_date: fired } = launch;
  // What Launch Library numbers are the attempts to reach an orbit, of everybody.
  const numberName = launch.source === 'launch-library' ? 'attempt' : 'flight_number';
  const aboard = (any: boolean): string => text(any ? 'launch.aboard' : 'launch.none_aboard');
  const facts: Record<string, string | TimeView | null> = {
    rocket: launch.rocket_name,
    type: missionTypeName(launch.mission_type, localization),
    orbit: orbitName(launch.orbit, localization),
    pad: describePad(launch.launchpad_name),
    [numberName]: number === null ? null : formats.number(number),
    precision: text(`precision.${launch.launch_date_precision}`),
    window: describeWindow(launch.launch_window, localization),
    static_fire: fired === null ? null : instantView(fired, localization),
    crew: aboard(launch.crew),
    capsules: aboard(launch.capsules),
    fairings: describeFairings(launch.fairings_reused, localization),
    recovery: describeRecovery(launch, localization),
  };
  return Object.entries(facts).map(([name, value]) => line(text(`launch.${name}`), value));
};
