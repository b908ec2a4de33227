import { mkdir, readdir } from 'node:fs/promises';
import { Level } from 'level';

/** The folder of the table's files cannot be used: `reason` says why, in words for the person at the terminal. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** LevelDB names its current manifest in this file; without it, it would start over and drop the rest. */
const ROOT_FILE = 'CURRENT';

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

/**
 * Makes sure that the table's files can be read, creating the folder where there is none.
 * @param folder where LevelDB keeps the tables
 * @throws StoreError when another process uses the folder or when what it holds is damaged
 */
export const checkStore = async (folder: string): Promise<void> => {
  try {
    await prepareFolder(folder);
    await readThrough(new Level(folder));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (isLocked(error)) throw new StoreError('another process is using it', { cause: error });
    throw new StoreError(reasonOf(error), { cause: error });
  }
};
