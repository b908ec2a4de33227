import { cp, readFile, stat } from 'node:fs/promises';
import { join, matchesGlob, normalize, relative } from 'node:path';

/** What Docker would be sent of the project. */
export interface BuildContext {
  /** @throws Error naming a path that is not there or that .dockerignore leaves out */
  copy: (path: string, target: string) => Promise<void>;
}

/** The last line that fits a path, or a folder it lies in, decides. */
const isIgnored = (path: string, patterns: readonly string[]): boolean => {
  const parts = path.split('/');
  const withParents = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return patterns.reduce((ignored, pattern) => {
    const glob = pattern.replace(/^!/, '');
    const fits = withParents.some((candidate) => matchesGlob(candidate, glob));
    return fits ? !pattern.startsWith('!') : ignored;
  }, false);
};

const readPatterns = async (folder: string): Promise<string[]> =>
  (await readFile(join(folder, '.dockerignore'), 'utf8'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The build context that a folder with a .dockerignore is. */
export const readBuildContext = async (folder: string): Promise<BuildContext> => {
  const patterns = await readPatterns(folder);
  return {
    copy: async (path, target) => {
      const name = normalize(path);
      if (isIgnored(name, patterns)) throw new Error(`.dockerignore leaves out ${name}`);
      const source = join(folder, name);
      await stat(source);
      await cp(source, target, {
        recursive: true,
        filter: (file) => !isIgnored(relative(folder, file), patterns),
      });
    },
  };
};
