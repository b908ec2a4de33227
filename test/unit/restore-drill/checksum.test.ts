import { describe, expect, it } from '@jest/globals';
import { checksum, itemDigest } from '../../../scripts/restore-drill/checksum.ts';

describe('the digest of an item', () => {
  const item = {
    id: { S: 'a' },
    tags: { SS: ['x', 'y'] },
    boosters: { L: [{ N: '1' }, { N: '2' }] },
  };

  it('does not depend on the order of attributes, nor of members of sets', () => {
    const { id, ...rest } = item;
    expect(itemDigest({ ...rest, id })).toBe(itemDigest(item));
    expect(itemDigest({ ...item, tags: { SS: ['y', 'x'] } })).toBe(itemDigest(item));
  });

  it.each([
    ['the order of a list', { ...item, boosters: { L: [{ N: '2' }, { N: '1' }] } }],
    ['a type', { ...item, id: { N: '1' } }],
    ['a number that doubles round', { ...item, boosters: { L: [{ N: '9007199254740993' }] } }],
    ['an attribute that is null', { ...item, orbit: { NULL: true as const } }],
  ])('depends on %s', (_, other) => {
    expect(itemDigest(other)).not.toBe(itemDigest(item));
  });

  it('tells numbers apart that a double cannot', () => {
    const [a, b] = ['9007199254740992', '9007199254740993'].map((N) => itemDigest({ n: { N } }));
    expect(a).not.toBe(b);
  });

  it('reads binary values as what they hold', () => {
    const [a, b] = [
      [1, 2],
      [1, 3],
    ].map((bytes) => itemDigest({ b: { B: Uint8Array.from(bytes) } }));
    expect(a).not.toBe(b);
    expect(itemDigest({ b: { B: Uint8Array.from([1, 2]) } })).toBe(a);
  });
});

describe('the checksum of many', () => {
  it('does not depend on their order, but on each of them and how often it is there', () => {
    expect(checksum(['a', 'b', 'c'])).toBe(checksum(['c', 'a', 'b']));
    expect(checksum(['a', 'b'])).not.toBe(checksum(['a', 'c']));
    expect(checksum(['a', 'a'])).not.toBe(checksum([]));
    expect(checksum(['a', 'a', 'b'])).not.toBe(checksum(['b']));
  });
});
