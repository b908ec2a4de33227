import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is delivered, in the dashboard's image, in a function or in the browser's files. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As an SPDX expression. */
  licence: string;
}

interface LockedPackage {
  version: string;
  license?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
}
type Lock = Readonly<Record<string, LockedPackage>>;

/** How packages told their licence before SPDX had names for them. */
interface Manifest {
  license?: string | { type: string };
  licenses?: { type: string }[];
}

const FOLDER = 'node_modules/';
const IMPORT = /(?:from|import)\s+'([^'.][^']*)'/g;

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

const nameOf = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);

const licenceInManifest = (path: string): string | undefined => {
  if (!existsSync(path)) return undefined;
  const { license, licenses = [] } = readJson<Manifest>(path);
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses.length > 0 ? licenses.map(({ type }) => type).join(' OR ') : undefined;
};

/** Packages whose code the browser's files import; the build puts it into them. */
export const bundledNames = (root: string): string[] => {
  const folder = join(root, 'views/assets');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.(ts|css)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(IMPORT)].map(([, specifier = '']) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return [...new Set(names)].filter((name) => name !== '').sort();
};

/** Where a package finds another, as Node looks for it: the nearest folder first. */
const resolvePath = (lock: Lock, from: string, name: string): string => {
  const nearest = `${from === '' ? '' : `${from}/`}${FOLDER}${name}`;
  if (lock[nearest] !== undefined) return nearest;
  if (from === '') throw new Error(`${name} is not in package-lock.json`);
  const end = from.lastIndexOf(`/${FOLDER}`);
  return resolvePath(lock, end < 0 ? '' : from.slice(0, end), name);
};

const withDependencies = (lock: Lock, path: string, found = new Set<string>()): Set<string> => {
  if (found.has(path)) return found;
  found.add(path);
  for (const name of Object.keys(lock[path]!.dependencies ?? {})) {
    withDependencies(lock, resolvePath(lock, path, name), found);
  }
  return found;
};

/**
 * Every package that is delivered: what `npm ci --omit=dev` installs, on whatever platform, and what is bundled for
 * the browser.
 * @throws Error naming a package that does not say its licence
 */
export const shippedPackages = (root: string): ShippedPackage[] => {
  const { packages: lock } = readJson<{ packages: Lock }>(join(root, 'package-lock.json'));
  const installed = Object.keys(lock).filter((path) => path !== '' && lock[path]!.dev !== true);
  const bundled = bundledNames(root).flatMap((name) => [
    ...withDependencies(lock, resolvePath(lock, '', name)),
  ]);
  return [...new Set([...installed, ...bundled])].map((path) => {
    const { version, license } = lock[path]!;
    const licence = license ?? licenceInManifest(join(root, path, 'package.json'));
    if (licence === undefined) throw new Error(`${path} does not say its licence`);
    return { name: nameOf(path), version, licence };
  });
};
