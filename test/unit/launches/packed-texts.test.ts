import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PackedTexts } from '../../../domain/launches/packed-texts.ts';

const anyTexts = fc.array(
  fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constant('Amazônia 1'),
    fc.constant(''),
  ),
);

const read = (packed: PackedTexts, { length }: readonly string[]): string[] =>
  Array.from({ length }, (_, index) => packed.at(index));

describe('packed texts', () => {
  it('are what they were, alone and united', () => {
    fc.assert(
      fc.property(fc.array(anyTexts), (groups) => {
        const packed = groups.map((texts) => new PackedTexts(texts));
        const readAll = () => packed.map((each, index) => read(each, groups[index]!));
        expect(readAll()).toEqual(groups);
        PackedTexts.unite(packed);
        expect(readAll()).toEqual(groups);
      }),
    );
  });

  it.each([
    ['of one byte each', 'Türksat 5A'],
    ['of two bytes each', 'Тяньчжоу 🚀'],
  ])('are what they were where they take megabytes, %s', (_name, text) => {
    const texts = Array.from({ length: 300_000 }, (_, index) => `${text} ${index}`);
    const packed = new PackedTexts(texts);
    PackedTexts.unite([packed]);
    for (const index of [0, 1, 150_000, 299_999]) expect(packed.at(index)).toBe(texts[index]);
  });
});
