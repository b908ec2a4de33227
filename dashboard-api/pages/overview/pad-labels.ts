import type { LaunchSummary } from '../../../domain/launches/launch.ts';

/** A pad as people call it: its code and the site it is at, where that is known. */
export interface PadName {
  code: string;
  site: string | null;
}

/** Pads of both sources, which name the same ones differently. */
const PADS: Readonly<Record<string, PadName>> = {
  'Space Launch Complex 40': { code: 'SLC-40', site: 'Cape Canaveral' },
  'CCSFS SLC 40': { code: 'SLC-40', site: 'Cape Canaveral' },
  'Launch Complex 39A': { code: 'LC-39A', site: 'Kennedy' },
  'KSC LC 39A': { code: 'LC-39A', site: 'Kennedy' },
  'Space Launch Complex 4E': { code: 'SLC-4E', site: 'Vandenberg' },
  'VAFB SLC 4E': { code: 'SLC-4E', site: 'Vandenberg' },
  'Space Launch Complex 6': { code: 'SLC-6', site: 'Vandenberg' },
  'VAFB SLC 3W': { code: 'SLC-3W', site: 'Vandenberg' },
  'Orbital Launch Pad 1': { code: 'Pad 1', site: 'Starbase' },
  'Orbital Launch Pad 2': { code: 'Pad 2', site: 'Starbase' },
  'Suborbital Pad A': { code: 'Pad A', site: 'Starbase' },
  'Suborbital Pad B': { code: 'Pad B', site: 'Starbase' },
  STLS: { code: 'Starbase', site: null },
  'Omelek Island': { code: 'Omelek', site: 'Kwajalein' },
  'Kwajalein Atoll': { code: 'Omelek', site: 'Kwajalein' },
};

const COMPLEX = /\b(Space Launch Complex|SLC|Launch Complex|LC)[ -](\d+[A-Z]?)$/;

/** The name of a pad. One not known gets the code in its name ("Launch Complex 1" is LC-1), or keeps the name. */
export const padName = (launchpadName: string): PadName => {
  const known = PADS[launchpadName];
  if (known) return known;
  const complex = COMPLEX.exec(launchpadName);
  if (!complex) return { code: launchpadName, site: null };
  const [, kind = '', number] = complex;
  return { code: `${kind.startsWith('S') ? 'SLC' : 'LC'}-${number}`, site: null };
};

const labelOf = (launchpadName: string): string => {
  const { code, site } = padName(launchpadName);
  return site === null ? code : `${code} ${site}`;
};

type Pad = Readonly<{ id: string; name: string }>;

const countBy = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/**
 * Labels of pads by id. Pads that would share one are told apart by their full name,
 * and by their id where even that is the same.
 */
export const padLabels = (pads: readonly Pad[]): Map<string, string> => {
  const labels = countBy(pads.map(({ name }) => labelOf(name)));
  const names = countBy(pads.map(({ name }) => name));
  return new Map(
    pads.map(({ id, name }) => {
      const label = labelOf(name);
      if (labels.get(label) === 1) return [id, label];
      return [id, `${label} (${names.get(name) === 1 ? name : id})`];
    }),
  );
};

/** The code alone, for a line about one launch. */
export const padCode = (launch: Pick<LaunchSummary, 'launchpad_name'>): string =>
  padName(launch.launchpad_name).code;
