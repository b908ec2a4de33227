import { svgElement } from '../svg-element.ts';

/** An entry of a legend: its swatch, 14 pixels wide and high, and its text. */
export interface LegendEntry {
  swatch: SVGElement;
  text: string;
}

const SIZE = 14;

/** The shape of a symbol with its looks written out; what has the swatch's own colour takes it from around it. */
const shapeOf = (shape: SVGElement): SVGElement => {
  const copy = shape.cloneNode() as SVGElement;
  const { fill, stroke, strokeWidth, color } = getComputedStyle(shape);
  const paint = (value: string): string => (value === color ? 'currentColor' : value);
  copy.removeAttribute('class');
  copy.setAttribute('fill', paint(fill));
  copy.setAttribute('stroke', paint(stroke));
  copy.setAttribute('stroke-width', strokeWidth);
  return copy;
};

const swatchOf = (item: Element): SVGElement => {
  const swatch = item.querySelector('.swatch, .heat-swatch');
  if (!swatch) return svgElement('g');
  const { color, backgroundColor } = getComputedStyle(swatch);
  const reference = swatch.querySelector('use')?.getAttribute('href');
  const symbol = reference ? document.querySelector(reference) : null;
  if (!symbol) {
    return svgElement('rect', { width: SIZE, height: SIZE, rx: 2, fill: backgroundColor });
  }
  const shapes = [...symbol.children].map((shape) => shapeOf(shape as SVGElement));
  return svgElement('g', { color }, shapes);
};

const textOf = (element: Element): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The legend of a card, whose swatches are symbols of the page or patches of a colour. */
export const readLegend = (card: Element): LegendEntry[] =>
  [...card.querySelectorAll('.legend li')].map((item) => ({
    swatch: swatchOf(item),
    text: textOf(item),
  }));
