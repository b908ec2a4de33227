import { expect, it } from '@jest/globals';
import { toHex } from '../../../views/assets/charts/palette.ts';

it.each([
  ['rgb(69, 131, 192)', '#4583c0'],
  ['rgb(0, 0, 10)', '#00000a'],
  ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)'],
])('a colour as browsers say it is one as charts take it: %s', (said, taken) => {
  expect(toHex(said)).toBe(taken);
});
