import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalFunction } from '../../../local/ingestion/function.ts';
import { startFunction } from '../../../local/ingestion/function.ts';
import { temporaryFolder } from '../../helpers/local-system.ts';

describe('the stand-in of a Lambda function', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  const start = (name: string): Promise<LocalFunction> =>
    startFunction({
      module: join(import.meta.dirname, `functions/${name}.ts`),
      environment: { ECHO: 'heard' },
      logFile: join(folder.path, `${name}.log`),
    });

  it('gives the handler the event and its own environment only, and its output to the log', async () => {
    const echo = await start('echo');
    const answer = await echo.invoke({ source: 'spacex' });
    expect(JSON.parse(answer.body ?? '')).toEqual({
      event: { source: 'spacex' },
      variable: 'heard',
      path: null,
    });
    await echo.stop();
    expect(await readFile(join(folder.path, 'echo.log'), 'utf8')).toBe('{"event":"echoed"}\n');
  });

  it('rejects with the message and the cause of what the handler throws', async () => {
    const echo = await start('echo');
    await expect(echo.invoke({ throws: 'it broke' })).rejects.toThrow('it broke: the cause');
    await echo.stop();
  });

  it('lets an invocation under way finish before it stops', async () => {
    const echo = await start('echo');
    const answer = echo.invoke({ body: 'wait 300' });
    await echo.stop();
    expect((await answer).statusCode).toBe(201);
  });

  it('says that its thread ended, to whoever waits for an answer too', async () => {
    const echo = await start('echo');
    await expect(echo.invoke({ exits: true })).rejects.toThrow('exit code 3');
    expect(await echo.ended).toBe('exit code 3');
  });

  it('names what is wrong with a module that cannot be loaded', async () => {
    await expect(start('missing')).rejects.toThrow(/missing\.ts/);
  });
});
