import type { ChartEvents } from './chart-options.ts';
import type { FilterPart, PartAt } from './filter-part.ts';
import { toggledHref } from './filter-part.ts';
import type { PlotState } from './point-at.ts';
import { pointAt } from './point-at.ts';
import { cameFrom, rememberStep } from './way-back.ts';

/** What ApexCharts hands to its events. */
interface Drawn {
  el: Element;
  w: { globals: PlotState };
}

/** ApexCharts looks every 20 ms where the pointer is, and would take a whole tap for a pointer that left. */
const AFTER_TAP = 50;

const showTooltip = ({ target, clientX, clientY }: MouseEvent): void => {
  const hover = new MouseEvent('mousemove', { bubbles: true, clientX, clientY });
  setTimeout(() => target?.dispatchEvent(hover), AFTER_TAP);
};

/**
 * Events of a chart (`chart.events`) that make a click on a mark filter the page by what it stands for, and
 * a click on the only one left undo that. The first tap of a finger shows the tooltip, the second filters.
 * @param address path and query of the page
 */
export const drillDown = (address: string, partAt: PartAt): ChartEvents => {
  let tapped: string | null = null;
  const follow = (part: FilterPart | null, event: PointerEvent, el: Element): void => {
    const href = part && (cameFrom(address, part) ?? toggledHref(address, part));
    const isFirstTap = event.pointerType === 'touch' && tapped !== href;
    tapped = href;
    if (isFirstTap) return showTooltip(event);
    if (href === null) return;
    rememberStep(address, href, part!, el);
    location.assign(href);
  };
  return {
    mounted: ({ el, w }: Drawn) => {
      // It goes with the chart; the element around it outlives a redrawing.
      const canvas = el.querySelector('.apexcharts-canvas');
      const find = (event: MouseEvent): FilterPart | null => {
        const point = pointAt(event, el, w.globals);
        return point && partAt(point);
      };
      canvas?.addEventListener('mousemove', (event) =>
        el.classList.toggle('is-clickable', find(event as MouseEvent) !== null),
      );
      canvas?.addEventListener('click', (event) =>
        follow(find(event as MouseEvent), event as PointerEvent, el),
      );
    },
  };
};
