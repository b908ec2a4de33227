import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Level } from 'level';

/** The folder of the table's files cannot be used: `reason` says why, in words for the person at the terminal. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** LevelDB names its current manifest in this file; without it, it would start over and drop the rest. */
const ROOT_FILE = 'CURRENT';
/** What LevelDB says of its latest opening; damaged records it drops are told here and nowhere else. */
const LOG_FILE = 'LOG';
const DROPPED = /dropping \d+ bytes|corruption/i;
/** Ours: once records were dropped, the files themselves look whole again. */
const DAMAGE_MARK = 'DAMAGED';

const reasonOf = (error: unknown): string => {
  const { code, message, cause } = error as NodeJS.ErrnoException;
  return cause instanceof Error ? reasonOf(cause) : `${code ?? 'error'}: ${message}`;
};

const isLocked = (error: unknown): boolean =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'LEVEL_LOCKED';

const prepareFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const files = await readdir(folder);
  if (files.length > 0 && !files.includes(ROOT_FILE)) {
    throw new StoreError(`it holds files but no ${ROOT_FILE}`);
  }
  if (files.includes(DAMAGE_MARK)) throw new StoreError('damaged records were lost from it');
};

/** Reads all there is: a damaged file shows itself now, not in the middle of a run. */
const readThrough = async (store: Level): Promise<void> => {
  await store.open();
  try {
    for await (const [, value] of store.iterator()) JSON.parse(value);
  } finally {
    await store.close();
  }
};

/** LevelDB skips what is damaged and goes on; launches missing without a word are worse than no start. */
const refuseDropped = async (folder: string): Promise<void> => {
  const line = (await readFile(join(folder, LOG_FILE), 'utf8'))
    .split('\n')
    .find((text) => DROPPED.test(text));
  if (line === undefined) return;
  await writeFile(join(folder, DAMAGE_MARK), `${line}\n`);
  throw new StoreError('damaged records were lost from it');
};

/**
 * Makes sure that the table's files can be read, creating the folder where there is none.
 * @param folder where LevelDB keeps the tables
 * @throws StoreError when another process uses the folder or when what it holds is damaged
 */
export const checkStore = async (folder: string): Promise<void> => {
  try {
    await prepareFolder(folder);
    await readThrough(new Level(folder));
    await refuseDropped(folder);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (isLocked(error)) throw new StoreError('another process is using it', { cause: error });
    throw new StoreError(reasonOf(error), { cause: error });
  }
};
