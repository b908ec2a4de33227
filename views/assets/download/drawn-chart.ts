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

/** The library marks its elements by names that XML takes for ones of a namespace it does not know. */
const dropForeignNames = (element: Element): void => {
  for (const { name, namespaceURI } of [...element.attributes]) {
    if (name.includes(':') && namespaceURI === null) element.removeAttribute(name);
    if (name.startsWith('xmlns:')) element.removeAttribute(name);
  }
};

/** A copy of the chart drawn in a card, to stand by itself; null when none is drawn. */
export const copyChart = (card: HTMLElement): SVGSVGElement | null => {
  const drawn = card.querySelector<SVGSVGElement>('[data-plot] svg');
  if (!drawn || card.dataset['drawn'] !== 'true') return null;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) dropForeignNames(element);
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
};
