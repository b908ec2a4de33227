import type { Palette } from './palette.ts';
import { readPalette, toHex } from './palette.ts';

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
