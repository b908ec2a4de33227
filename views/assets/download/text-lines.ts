/** Measures a text set in a CSS font, in CSS pixels. */
export type Measure = (text: string, font: string) => number;

/** A measure by the fonts of this browser. */
export const createMeasure = (): Measure => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas to measure text on');
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
};

/**
 * Breaks a text at its spaces into lines that fit; a word that is wider than a line has one to itself.
 * @param widthOf width of a text
 */
export const breakLines = (
  text: string,
  width: number,
  widthOf: (text: string) => number,
): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};
