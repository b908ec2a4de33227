import type { Booster } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import type { BadgeView } from '../overview/views.ts';

/** A booster of a launch; null: not recorded. */
export interface BoosterView {
  /** Its place on the rocket, from 1. */
  number: string;
  /** "13th, reused" */
  flight: string | null;
  /** Where it was to land. */
  landing: string | null;
  /** Null where no landing was tried. */
  outcome: BadgeView | null;
}

const describeFlight = (
  { flight, reused }: Booster,
  { text, formats }: Localization,
): string | null => {
  const parts = [
    flight === null ? null : formats.ordinal(flight),
    reused === null ? null : text(reused ? 'booster.reused' : 'booster.new'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
};

/** Where a source says it in its own shorthand, the words for it. */
const describeLanding = (
  { landing_attempt: attempted, landing_type: type }: Booster,
  { text, entries }: Localization,
): string | null => {
  if (attempted === false) return text('booster.no_attempt');
  return type === null ? null : (entries[`landing.${type}`] ?? type);
};

/** A landing that was not tried failed no more than it was made. */
const describeOutcome = (
  { landing_attempt: attempted, landing_success: landed }: Booster,
  { text }: Localization,
): BadgeView | null => {
  if (attempted === false) return null;
  if (landed === null) return { outcome: 'unknown', name: text('launch.not_recorded') };
  return landed
    ? { outcome: 'success', name: text('booster.landed') }
    : { outcome: 'failed', name: text('booster.lost') };
};

export const buildBoosters = (
  boosters: readonly Booster[],
  localization: Localization,
): BoosterView[] =>
  boosters.map((booster, index) => ({
    number: localization.formats.number(index + 1),
    flight: describeFlight(booster, localization),
    landing: describeLanding(booster, localization),
    outcome: describeOutcome(booster, localization),
  }));
