import { describe, expect, it } from '@jest/globals';
import { DrillError, readOptions } from '../../../scripts/restore-drill/options.ts';

const NOW = new Date('2026-11-20T08:15:30.500Z');
const read = (...args: string[]) => readOptions(args, NOW);

describe('the options of a restore drill', () => {
  it('need nothing but a table, and delete nothing', () => {
    expect(read('--table', 'launches')).toEqual({
      table: 'launches',
      counterpart: {
        kind: 'restored',
        from: { at: 'latest' },
        name: 'launches-drill-20261120T081530Z',
        isDeleted: false,
      },
      reportFile: undefined,
    });
  });

  it('name a time, or a backup', () => {
    expect(
      read('--table', 'a', '--at', '2026-11-19T07:00:00Z', '--to', 'b', '--delete'),
    ).toMatchObject({
      counterpart: { from: { at: new Date('2026-11-19T07:00:00Z') }, name: 'b', isDeleted: true },
    });
    expect(read('--table', 'a', '--backup', 'arn:x')).toMatchObject({
      counterpart: { from: { backupArn: 'arn:x' } },
    });
  });

  it('name a table that is there, here or in another region', () => {
    expect(read('--table', 'a', '--against', 'b')).toMatchObject({
      counterpart: { kind: 'existing', name: 'b', region: undefined },
    });
    expect(read('--table', 'a', '--against', 'a', '--against-region', 'us-west-2')).toMatchObject({
      counterpart: { kind: 'existing', name: 'a', region: 'us-west-2' },
    });
  });

  it('are null when help is asked for', () => {
    expect(read('--help')).toBeNull();
  });

  it.each([
    [[], /--table is missing/],
    [['--table', 'a', '--quick'], /--quick/],
    [['--table', 'a', 'b'], /b/],
    [['--table', 'a', '--at', 'yesterday'], /--at is "yesterday"/],
    [['--table', 'a', '--at', '2026-13-41T00:00:00Z'], /--at is "2026-13-41T00:00:00Z"/],
    [['--table', 'a', '--at', '2026-11-19T07:00:00Z', '--backup', 'arn:x'], /--at cannot be/],
    [['--table', 'a', '--to', 'a'], /--to is the table itself/],
    [['--table', 'a', '--against', 'a'], /--against is the table itself/],
    [['--table', 'a', '--against', 'b', '--delete'], /--delete cannot be with --against/],
    [['--table', 'a', '--against-region', 'us-west-2'], /--against-region means nothing/],
  ])('%j are refused', (args, message) => {
    expect(() => read(...args)).toThrow(DrillError);
    expect(() => read(...args)).toThrow(message);
  });
});
