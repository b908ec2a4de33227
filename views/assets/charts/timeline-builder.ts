import type { PageData } from '../page-data.ts';
import type { Builder } from './chart-card.ts';
import { daysChart, daysFit } from './days-chart.ts';
import { createOptionSwitch } from './option-switch.ts';
import { flownDays, timelineChart } from './timeline-chart.ts';

/** Draws how the launches grew, or how many flew each day where the reader asks and days are wide enough. */
export const timelineBuilder = (card: HTMLElement, data: PageData, redraw: () => void): Builder => {
  const modes = createOptionSwitch(card, redraw);
  return (context) => {
    if (flownDays(data.days).length === 0) return null;
    const isOffered = daysFit(context);
    const mode = isOffered && modes.chosen() === 'day' ? 'day' : 'cumulative';
    modes.offer(isOffered);
    modes.show(mode);
    return mode === 'day' ? daysChart(context) : timelineChart(context);
  };
};
