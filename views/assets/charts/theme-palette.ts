import type { Palette } from './palette.ts';
import { readPalette } from './palette.ts';

/** `rgb(69, 131, 192)` → `#4583c0`; what is no such colour stays as it is. */
export const toHex = (colour: string): string => {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (!parts) return colour;
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
};

/** The colours in force on the page. A token holds those of both themes: which one counts shows where it is used. */
export const themePalette = (): Palette => {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  try {
    return readPalette((property) => {
      probe.style.color = `var(${property})`;
      return toHex(getComputedStyle(probe).color);
    });
  } finally {
    probe.remove();
  }
};
