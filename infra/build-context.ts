import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Folder the image is built from. */
export const BUILD_CONTEXT = join(import.meta.dirname, '..');

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((entry) => filesUnder(join(path, entry)))
    : [path];

/**
 * What `.dockerignore` lets into the build. It is an allow-list, `*` and then `!path` lines, so that no file
 * can change the image without being named.
 */
const allowedPaths = (context: string): string[] => {
  const [first, ...paths] = readFileSync(join(context, '.dockerignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const strange = paths.find((line) => !/^![\w./-]+$/.test(line));
  if (first !== '*' || strange !== undefined) {
    throw new Error(`.dockerignore: "${strange ?? first}" is not "*" followed by !path lines`);
  }
  return paths.map((line) => line.slice(1));
};

/**
 * Files of a Docker build context.
 * @returns paths within it, with forward slashes, in order
 * @throws Error when .dockerignore is no allow-list or names what is not there
 */
export const buildFiles = (context: string): string[] =>
  allowedPaths(context)
    .flatMap((path) => filesUnder(join(context, path)))
    .map((file) => relative(context, file).split(sep).join('/'))
    .sort();

/**
 * Tag of the image that a build context gives: a hash of the names, modes and contents of all its files. Repository
 * tags are immutable, so the same sources must come to the same tag and other sources to another.
 */
export const buildTag = (context: string): string => {
  const hash = createHash('sha256');
  for (const file of buildFiles(context)) {
    const path = join(context, file);
    const content = readFileSync(path);
    // Docker's build copies modes too: with another umask it is another image.
    const mode = statSync(path).mode & 0o777;
    hash.update(`${file}\0${mode}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 20);
};
