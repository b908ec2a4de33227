import { describe, expect, it } from '@jest/globals';
import { sharedLifetime } from '../../../../dashboard-api/http/front/answers/cache-control.ts';

describe('sharedLifetime', () => {
  it.each<[string | undefined, number | null]>([
    ['public, max-age=15', 15_000],
    ['max-age=86400, public', 86_400_000],
    ['public, max-age=31536000, immutable', 31_536_000_000],
    ['public, max-age=0', null],
    ['public', null],
    ['private, max-age=15', null],
    ['private, no-store', null],
    ['no-store', null],
    [undefined, null],
  ])('%s', (cacheControl, milliseconds) => {
    expect(sharedLifetime(cacheControl)).toBe(milliseconds);
  });
});
