import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const read = async (file: string): Promise<Buffer | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Every file under a folder, as a path within it; none when there is no such folder. */
export const filesIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * The folder a build fills. Files that come out the same are left alone and old ones go last, so that a
 * dashboard running from it is not disturbed by a build of the same sources.
 */
export class Output {
  readonly folder: string;
  private readonly written = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes one file; `path` is within the folder. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    this.written.add(path);
    const file = join(this.folder, path);
    const wanted = Buffer.from(content as Uint8Array);
    if ((await read(file))?.equals(wanted)) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, wanted);
  }

  /** Copies all of a folder to `path` within this one. */
  async copy(from: string, path: string): Promise<void> {
    const files = await filesIn(from);
    await Promise.all(
      files.map(async (file) => this.write(join(path, file), await readFile(join(from, file)))),
    );
  }

  /** Removes what this build did not write. */
  async prune(): Promise<void> {
    const stale = (await filesIn(this.folder)).filter((file) => !this.written.has(file));
    await Promise.all(stale.map((file) => rm(join(this.folder, file), { force: true })));
  }
}
