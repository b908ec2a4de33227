import type { CardView } from '../views.ts';

/** A card with nothing in it but its title: what the others are made from. */
export const plainCard = (
  chart: CardView['chart'],
  title: string,
): Omit<CardView, 'takeaway' | 'hasPlot' | 'table'> => ({
  chart,
  title,
  options: null,
  legend: [],
  scale: null,
  plotRows: null,
  link: null,
});
