import type { Localization } from './localization.ts';

/** A name that sources give in English, in the page's language; one without a translation stays as it is. */
const translated = (
  prefix: string,
  name: string | null,
  { entries }: Localization,
): string | null => (name === null ? null : (entries[`${prefix}.${name}`] ?? name));

/** "Low Earth Orbit", "Órbita terrestre baja"; null: not recorded. */
export const orbitName = (orbit: string | null, localization: Localization): string | null =>
  translated('orbit', orbit, localization);

/** "Communications", "Comunicaciones"; null: not recorded. */
export const missionTypeName = (type: string | null, localization: Localization): string | null =>
  translated('mission_type', type, localization);
