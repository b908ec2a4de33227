import type { FilterPart } from './filter-part.ts';

/** A click that filtered the page, kept for the page it led to. */
interface Step {
  /** Path and query before it, and after. */
  from: string;
  to: string;
  part: FilterPart;
  chart: string;
  /** Of the chart's card below the upper edge of the window, in CSS pixels. */
  top: number;
}

const KEY = 'filter-step';
const WAYS = 'filter-ways';

const read = <T>(key: string): T | null => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    // A browser may keep nothing; then the page opens at its top, and undoing clears the filter.
    return null;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above.
  }
};

/** One text for an address, however its parameters are ordered: the server has an order of its own. */
const keyOf = (href: string): string => {
  const [path, search] = href.split('?');
  const parameters = new URLSearchParams(search);
  parameters.sort();
  return `${path}?${parameters}`;
};

const samePart = (a: FilterPart, b: FilterPart): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Where the click came from that filtered the page at `href` by `part`; null where none did in this tab. */
export const cameFrom = (href: string, part: FilterPart): string | null => {
  const step = (read<Record<string, Step>>(WAYS) ?? {})[keyOf(href)];
  return step && samePart(step.part, part) ? step.from : null;
};

const cardOf = (chart: string): HTMLElement | null =>
  document.querySelector(`[data-chart="${CSS.escape(chart)}"]`);

/** Remembers a click that leads from one address of the page to another. */
export const rememberStep = (from: string, to: string, part: FilterPart, plot: Element): void => {
  const card = plot.closest<HTMLElement>('[data-chart]');
  const chart = card?.dataset['chart'] ?? '';
  const step = { from, to, part, chart, top: card?.getBoundingClientRect().top ?? 0 };
  write(KEY, step);
  write(WAYS, { ...read<Record<string, Step>>(WAYS), [keyOf(to)]: step });
};

/** Brings the chart that was clicked to where it was in the window. @param href address of the page */
export const keepPlace = (href: string): void => {
  const step = read<Step>(KEY);
  write(KEY, null);
  const card = step && keyOf(step.to) === keyOf(href) ? cardOf(step.chart) : null;
  if (step && card)
    scrollBy({ top: card.getBoundingClientRect().top - step.top, behavior: 'instant' });
};
