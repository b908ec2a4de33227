import type { Localization } from '../../language/localization.ts';
import type { OptionsView } from '../views.ts';

const BINS = ['month', 'quarter', 'year'] as const;

/** The control that says by which span bars are grouped; the server counts by month. */
export const binOptions = ({ text }: Localization): OptionsView => ({
  label: text('bin.label'),
  options: BINS.map((name) => ({ name, label: text(`bin.${name}`), isActive: name === 'month' })),
});
