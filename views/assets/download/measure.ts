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
