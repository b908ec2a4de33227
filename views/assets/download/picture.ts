import { copyChart } from './drawn-chart.ts';
import { readLegend } from './legend.ts';
import type { Measure } from './measure.ts';
import { createMeasure } from './measure.ts';
import type { PictureStyle } from './picture-style.ts';
import { readStyle } from './picture-style.ts';
import { svgElement } from '../svg-element.ts';
import { toSvgText } from './svg.ts';
import { breakLines } from './text-lines.ts';

/** A chart as an SVG file; sizes in CSS pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 24;
const NARROWEST = 360;
const LEGEND_LINE = 22;
const LEGEND_GAP = 20;
/** Where the text of a legend's entry begins, behind its swatch. */
const LEGEND_TEXT = 21;

/** Parts of a picture stand one below the other; `y` is where the next begins. */
interface Sheet {
  parts: SVGElement[];
  y: number;
  width: number;
  style: PictureStyle;
  measure: Measure;
}

type Type = Pick<PictureStyle['title'], 'size' | 'line' | 'weight' | 'color'>;

const addText = (sheet: Sheet, text: string, { size, line, weight, color }: Type): void => {
  const font = `${weight} ${size}px ${sheet.style.fontFamily}`;
  const attributes = { x: MARGIN, 'font-size': size, 'font-weight': weight, fill: color };
  for (const words of breakLines(text, sheet.width, (part) => sheet.measure(part, font))) {
    sheet.parts.push(svgElement('text', { ...attributes, y: sheet.y + size }, [words]));
    sheet.y += line;
  }
};

const addLegend = (sheet: Sheet, card: HTMLElement): void => {
  const entries = readLegend(card);
  if (entries.length === 0) return;
  const { legend, fontFamily } = sheet.style;
  const font = `${legend.weight} ${legend.size}px ${fontFamily}`;
  let x = 0;
  sheet.y += 10;
  for (const { swatch, text } of entries) {
    const width = LEGEND_TEXT + sheet.measure(text, font);
    if (x > 0 && x + width > sheet.width) {
      x = 0;
      sheet.y += LEGEND_LINE;
    }
    const place = `translate(${MARGIN + x} ${sheet.y})`;
    const attributes = { x: LEGEND_TEXT, y: 11.5, 'font-size': legend.size, fill: legend.color };
    const label = svgElement('text', attributes, [text]);
    sheet.parts.push(svgElement('g', { transform: place }, [swatch, label]));
    x += width + LEGEND_GAP;
  }
  sheet.y += LEGEND_LINE;
};

const addChart = (sheet: Sheet, chart: SVGSVGElement): void => {
  chart.setAttribute('x', String(MARGIN));
  chart.setAttribute('y', String(sheet.y + 8));
  sheet.parts.push(chart);
  sheet.y += 8 + Number(chart.getAttribute('height')) + 8;
};

const textOf = (root: ParentNode, selector: string): string =>
  root.querySelector(selector)?.textContent.trim() ?? '';

/** What the numbers are of: the page's launches, their source, and the address that shows them again. */
const addCredit = (sheet: Sheet): void => {
  const { credit, line } = sheet.style;
  const [from, to] = [MARGIN, MARGIN + sheet.width];
  const attributes = { x1: from, x2: to, y1: sheet.y, y2: sheet.y, stroke: line };
  sheet.parts.push(svgElement('line', attributes));
  sheet.y += 10;
  const { host, pathname, search } = location;
  const source = document.querySelector<HTMLElement>('[data-credit]')?.dataset['credit'] ?? '';
  for (const text of [textOf(document, 'h1'), source, `${host}${pathname}${search}`]) {
    addText(sheet, text, credit);
  }
};

const frame = ({ parts, y, width, style }: Sheet, title: string): SVGElement => {
  const size = { width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN - 8) };
  const ground = svgElement('rect', { ...size, fill: style.background });
  const root = svgElement('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}` }, [
    svgElement('title', {}, [title]),
    ground,
    ...parts,
  ]);
  root.setAttribute('font-family', style.fontFamily);
  root.style.fontVariantNumeric = 'tabular-nums';
  return root;
};

/**
 * The chart of a card in a picture that stands by itself: title, takeaway, legend, chart, source.
 * @throws when the chart is not drawn
 */
export const drawPicture = (card: HTMLElement): Picture => {
  const chart = copyChart(card);
  if (!chart) throw new Error('There is no drawn chart to make a picture of');
  const width = Math.max(Math.ceil(Number(chart.getAttribute('width'))), NARROWEST);
  const style = readStyle(card);
  const sheet: Sheet = { parts: [], y: MARGIN - 4, width, style, measure: createMeasure() };
  const title = textOf(card, 'h2');
  addText(sheet, title, style.title);
  addText(sheet, textOf(card, '.takeaway'), style.takeaway);
  addLegend(sheet, card);
  addChart(sheet, chart);
  addCredit(sheet);
  const root = frame(sheet, title);
  const [outer, height] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
  return { svg: toSvgText(root), width: outer ?? 0, height: height ?? 0 };
};
