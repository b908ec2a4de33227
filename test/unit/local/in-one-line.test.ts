import { describe, expect, it } from '@jest/globals';
import { inOneLine } from '../../../local/terminal.ts';

describe('an error in one line', () => {
  it('says what it is and what caused it', () => {
    const error = new Error('not read', { cause: new Error('no network') });
    expect(inOneLine(error)).toBe('not read: no network');
  });

  it('does not repeat a cause that the error quotes', () => {
    const error = new Error('not read: no network', { cause: new Error('no network') });
    expect(inOneLine(error)).toBe('not read: no network');
  });

  it('has no line breaks, whatever was thrown', () => {
    expect(inOneLine('two\n  lines')).toBe('two lines');
  });
});
