import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../../local/options.ts';
import { LocalError } from '../../../local/terminal.ts';

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(readOptions([], {})).toEqual({
      live: false,
      asOf: undefined,
      port: 3000,
      fetchPort: 3001,
      dataFolder: expect.stringMatching(/[/\\]\.data[/\\]recorded$/),
    });
  });

  it.each([
    [[], 'recorded'],
    [['--live'], 'live'],
    [['--as-of', '2022-06-01'], 'as-of-2022-06-01'],
    [['--as-of=2022-06-02'], 'as-of-2022-06-02'],
  ])('keep the data of %j in a folder of its own', (args, name) => {
    expect(readOptions(args, { DATA_DIR: '/elsewhere' })).toMatchObject({
      dataFolder: `/elsewhere/${name}`,
    });
  });

  it('take the ports from the environment, and count an empty variable as none', () => {
    const options = readOptions([], { PORT: '8080', FETCH_PORT: '' });
    expect(options).toMatchObject({ port: 8080, fetchPort: 3001 });
  });

  it('may ask for help', () => {
    expect(readOptions(['--help'], { PORT: 'nonsense' })).toBe('help');
  });

  it.each([
    [['--lvie'], {}, "'--lvie'"],
    [['now'], {}, "'now'"],
    [['--as-of'], {}, "'--as-of <value>'"],
    [['--as-of', '2023-02-29'], {}, '--as-of'],
    [['--as-of', '2022-06-01T00:00:00Z'], {}, '--as-of'],
    [['--live', '--as-of', '2022-06-01'], {}, '--live and --as-of'],
    [[], { PORT: '0' }, 'PORT'],
    [[], { PORT: '65536' }, 'PORT'],
    [[], { FETCH_PORT: '80a' }, 'FETCH_PORT'],
    [[], { PORT: '3001' }, 'PORT and FETCH_PORT'],
  ])('that are wrong are named in one line: %j %j', (args, variables, name) => {
    const read = () => readOptions(args, variables);
    expect(read).toThrow(LocalError);
    expect(read).toThrow(name);
    expect(read).not.toThrow(/\n/);
  });
});
