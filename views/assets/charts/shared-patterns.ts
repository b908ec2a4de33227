import type { ApexOptions } from 'apexcharts';
import { svgElement } from '../svg-element.ts';

/** A pattern as the options have it; sizes in CSS pixels. */
interface Pattern {
  style: string;
  width: number;
  height: number;
  strokeWidth: number;
  color: string;
}

/** What is drawn in one tile of a pattern, as ApexCharts draws it. */
const tileOf = ({ style, width, height, strokeWidth, color }: Pattern): SVGElement => {
  const stroke = { stroke: color, 'stroke-width': strokeWidth };
  if (style === 'circles') {
    const radius = width / 2;
    return svgElement('circle', { cx: radius, cy: radius, r: radius, fill: 'none', ...stroke });
  }
  const line = { x1: 0, y1: 0, x2: width, y2: style === 'slantedLines' ? height : 0, ...stroke };
  return svgElement(
    'line',
    style === 'slantedLines' ? line : { ...line, 'stroke-width': strokeWidth + 1 },
  );
};

const definitionOf = (pattern: Pattern, id: string): SVGElement => {
  const { width, height } = pattern;
  const size = { x: 0, y: 0, width, height, patternUnits: 'userSpaceOnUse' };
  return svgElement('pattern', { id, ...size }, [tileOf(pattern)]);
};

const patternsOf = ({ colors = [], fill }: ApexOptions): (Pattern | null)[] => {
  const types = (fill?.type ?? []) as string[];
  const { style, strokeWidth, width = 0, height = 0 } = fill?.pattern ?? {};
  return colors.map((color, index) =>
    types[index] === 'pattern'
      ? {
          style: (style as string[])[index] ?? '',
          strokeWidth: (strokeWidth as unknown as number[])[index] ?? 0,
          ...{ width, height, color: String(color) },
        }
      : null,
  );
};

/** Options that fill by patterns of the page's, and what defines those in the drawn chart. */
export interface SharedPatterns {
  options: ApexOptions;
  define: (host: Element) => void;
}

/**
 * Lets all bars of a series share its pattern: ApexCharts defines one for each bar, those of no height included.
 * @param options with a fill for each series
 * @param prefix of the patterns' ids, which must be the page's only ones
 */
export const sharePatterns = (options: ApexOptions, prefix: string): SharedPatterns => {
  if (!Array.isArray(options.fill?.type)) return { options, define: () => undefined };
  const patterns = patternsOf(options);
  const idOf = (index: number): string => `${prefix}-${index}`;
  return {
    options: {
      ...options,
      colors: patterns.map((pattern, index) =>
        pattern === null ? options.colors?.[index] : `url(#${idOf(index)})`,
      ),
      fill: { ...options.fill, type: 'solid' },
    },
    define: (host) => {
      const definitions = patterns.flatMap((pattern, index) =>
        pattern === null ? [] : definitionOf(pattern, idOf(index)),
      );
      host.querySelector('svg')?.prepend(svgElement('defs', {}, definitions));
    },
  };
};
