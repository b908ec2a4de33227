import { describe, expect, it } from '@jest/globals';
import { toReturnPath } from '../../../dashboard-api/http/return-path.ts';

describe('the way back from a preference', () => {
  it.each(['/', '/?from=2017-06-01&status=failed', '/docs', '/a/b?c=d'])('%s is a path', (path) => {
    expect(toReturnPath(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    'elsewhere.example',
    'javascript:alert(1)',
    '//[',
    '',
    undefined,
    ['/a', '/b'],
  ])('%j leads home', (value) => {
    expect(toReturnPath(value)).toBe('/');
  });

  it('leads home where it is longer than can be remembered, as it is written there', () => {
    const longest = `/?q=${'x'.repeat(16)}`;
    expect(toReturnPath(longest, 20)).toBe(longest);
    expect(toReturnPath(`${longest}x`, 20)).toBe('/');
    expect(toReturnPath(`/?q=${'ü'.repeat(3)}`, 20)).toBe('/');
    expect(toReturnPath(`/?q=${'\\'.repeat(9)}`, 20)).toBe('/');
  });

  it('cannot carry a header', () => {
    expect(toReturnPath('/?a\r\nSet-Cookie: x=1')).toBe('/?aSet-Cookie:%20x=1');
  });
});
