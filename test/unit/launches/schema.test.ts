import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { parseWith } from '../../../domain/launches/schema.ts';

const pad = z.strictObject({ name: z.string(), lengths: z.array(z.int()) });

describe('reasons', () => {
  it.each([
    ['the document itself', null, /^document: .*expected object, received null$/],
    ['a field', { name: 5, lengths: [] }, /^name: .*expected string, received number$/],
    ['a missing field', { lengths: [] }, /^name: .*expected string, received undefined$/],
    ['an element', { name: 'x', lengths: [1, 1.5] }, /^lengths\.1: .*expected int/],
    ['an unknown field', { name: 'x', lengths: [], colour: 1 }, /^colour: unknown field$/],
    ['two fields', { name: 5, lengths: 5 }, /^name: [^;]+; lengths: [^;]+$/],
  ])('name %s', (_name, input, reason) => {
    expect(parseWith(pad, input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('stop after five fields, however many are wrong', () => {
    const input = { name: 'x', lengths: Array.from({ length: 1000 }, () => 'long') };
    const parsed = parseWith(pad, input);
    expect(parsed.ok ? '' : parsed.reason.match(/lengths\.\d+/g)).toEqual(
      [0, 1, 2, 3, 4].map((index) => `lengths.${index}`),
    );
  });
});
