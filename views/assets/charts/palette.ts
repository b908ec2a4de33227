/** Custom properties of the style sheet that charts take their colours from. */
const TOKENS = {
  success: '--success',
  partial_failure: '--partial',
  failed: '--failed',
  upcoming: '--upcoming',
  unknown: '--unknown',
  failed_mark: '--failed',
  partial_mark: '--partial-text',
  surface: '--surface',
  ink: '--ink',
  ink_2: '--ink-2',
  ink_3: '--ink-3',
  control: '--ctl',
  line: '--line',
  line_strong: '--line-strong',
  heat_0: '--heat-0',
  heat_1: '--heat-1',
  heat_2: '--heat-2',
  heat_3: '--heat-3',
  heat_4: '--heat-4',
  heat_5: '--heat-5',
  heat_ink: '--heat-ink',
} as const;

/** Colours of one theme, each `#RRGGBB`. */
export type Palette = Record<keyof typeof TOKENS, string>;

/** `rgb(69, 131, 192)` → `#4583c0`; what is no such colour stays as it is. */
export const toHex = (colour: string): string => {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (!parts) return colour;
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
};

/**
 * Reads the colours of the theme in force.
 * @param read gives the value of a custom property
 * @throws when one is missing or is not a hex colour: ApexCharts computes with no other kind
 */
export const readPalette = (read: (property: string) => string): Palette => {
  const entries = Object.entries(TOKENS).map(([name, property]) => {
    const colour = read(property).trim();
    if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`${property} is not a hex colour`);
    return [name, colour];
  });
  return Object.fromEntries(entries) as Palette;
};
