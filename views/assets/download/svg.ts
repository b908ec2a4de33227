/** An SVG file of an element. */
export const toSvgText = (root: SVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}`;
