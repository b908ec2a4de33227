import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Image } from './image-build.ts';

/** Node refuses every write to a file, as a read-only root file system does. */
const READ_ONLY = '--permission --allow-fs-read=*';

export type Variables = Readonly<Record<string, string>>;

/** A command of an image, running. */
export interface Container {
  process: ChildProcess;
  /** What it wrote so far, both streams. */
  output: () => string;
  /** Resolves to its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/** The base image's Node, where the image's user can reach it. */
export const provideNode = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  await copyFile(process.execPath, join(folder, 'node'));
  return folder;
};

/** Only root may become another user; anybody else is not root already. */
const identity = ({ user }: Image): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = user.split(':').map(Number);
  return { uid, gid };
};

/**
 * Runs a command of an image as its user, with its environment and nothing else of this machine's.
 * @param nodeFolder where {@link provideNode} put Node
 */
export const runInImage = (
  image: Image,
  [command = '', ...args]: readonly string[],
  nodeFolder: string,
  variables: Variables,
): Container => {
  const child = spawn(command, args, {
    cwd: join(image.root, image.workdir),
    ...identity(image),
    env: {
      ...image.variables,
      PATH: [nodeFolder, '/usr/bin', '/bin'].join(delimiter),
      NODE_OPTIONS: READ_ONLY,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { process: child, output: () => chunks.join(''), ended };
};
