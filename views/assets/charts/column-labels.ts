import type { ApexOptions } from 'apexcharts';
import { svgElement } from '../svg-element.ts';
import { LABEL_SIZE } from './chart-options.ts';

/** The part of an ApexCharts instance that draws axes, and what it knows by then. */
interface Drawing {
  mount?: (drawn: unknown) => Promise<unknown>;
  axes?: { drawAxis: (...details: unknown[]) => void };
  w: { globals: { gridWidth: number; gridHeight: number; dom: { baseEl: Element } } };
}

/** How far below the plot the first line stands, and the second below that, in CSS pixels. */
const FIRST_LINE = 28;
const NEXT_LINE = 15.6;
const PLACE = '.apexcharts-xaxis-texts-g';

const labelAt = (x: number, y: number, lines: readonly string[], color: string): SVGElement => {
  const style = { 'font-size': LABEL_SIZE, 'font-weight': 400, fill: color };
  const place = { x, y, 'text-anchor': 'middle' };
  const attributes = { class: 'apexcharts-text apexcharts-xaxis-label', ...place, ...style };
  const spans = lines.map((line, index) =>
    svgElement('tspan', index === 0 ? {} : { x, dy: NEXT_LINE }, [line]),
  );
  return svgElement('text', attributes, spans);
};

const linesOf = (label: string | string[]): string[] => (label === '' ? [] : [label].flat());

const drawLabels = (
  { w: { globals } }: Drawing,
  labels: readonly (string | string[])[],
  color: string,
): void => {
  const slot = globals.gridWidth / labels.length;
  const y = globals.gridHeight + FIRST_LINE;
  // One for each column, with text or without: annotations look up where a column is by its label.
  const texts = labels.map((label, index) => {
    const x = (index + 0.5) * slot;
    return label === '' ? svgElement('text', { x }) : labelAt(x, y, linesOf(label), color);
  });
  globals.dom.baseEl.querySelector(PLACE)?.append(...texts);
};

/**
 * Writes the labels under the columns of a chart whose options leave them out (`overwriteCategories: []`).
 * ApexCharts lays the page out anew for each label it draws, empty ones too; this does not once. To be called before
 * the chart is rendered.
 */
export const labelColumns = (chart: object, { xaxis }: ApexOptions): void => {
  const drawing = chart as Drawing;
  const { mount } = drawing;
  if (xaxis?.overwriteCategories?.length !== 0 || typeof mount !== 'function') return;
  const { formatter, style } = xaxis.labels ?? {};
  const keys = xaxis.categories as string[];
  const labels = keys.map((key) => formatter?.(key) ?? key);
  drawing.mount = (drawn) => {
    const { axes } = drawing;
    const drawAxis = axes?.drawAxis;
    if (axes && drawAxis) {
      axes.drawAxis = (...details) => {
        drawAxis.apply(axes, details);
        drawLabels(drawing, labels, String(style?.colors));
      };
    }
    return mount.call(chart, drawn);
  };
};
