/** Parts of a chart that answer the pointer, or are HTML: no picture has a use for them. */
const LEFT_OUT = [
  'foreignObject',
  'script',
  'style',
  'title',
  '.apexcharts-xcrosshairs',
  '.apexcharts-ycrosshairs',
  '.apexcharts-ycrosshairs-hidden',
  '.apexcharts-zoom-rect',
  '.apexcharts-selection-rect',
].join(',');

/** Attributes that say what is drawn; the library keeps notes of its own in many others. */
const DRAWN =
  /^(id|d|[xyr]|[xy][12]|[crd][xy]|width|height|viewBox|points|transform|offset|href|style|color|opacity|mask|filter|(fill|stroke|stop|font|clip|text|dominant|letter)(-\w+)*|(gradient|pattern|clipPath)\w+)$/;

const keepDrawn = (element: Element): void => {
  for (const name of element.getAttributeNames()) {
    if (!DRAWN.test(name)) element.removeAttribute(name);
  }
};

/** A copy of the chart drawn in a card, to stand by itself; null when none is drawn. */
export const copyChart = (card: HTMLElement): SVGSVGElement | null => {
  const drawn = card.querySelector<SVGSVGElement>('[data-plot] svg');
  if (!drawn || card.dataset['drawn'] !== 'true') return null;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) keepDrawn(element);
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
};
