const NAMESPACE = 'http://www.w3.org/2000/svg';

/** An SVG element; attributes that style it are presentation attributes, which any viewer knows. */
export const svgElement = (
  name: string,
  attributes: Record<string, string | number> = {},
  children: readonly (Node | string)[] = [],
): SVGElement => {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, String(value));
  }
  element.append(...children);
  return element;
};
