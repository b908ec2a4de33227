import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { runChild } from './child.js';

/** Something the person at the terminal can mend; the message is one line. */
export class SetupError extends Error {}

/** @param {string} root the project's folder */
export const pinnedNode = (root) => join(root, 'node_modules/node/bin/node');

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

const isThere = (root, path, wanted, installed) => {
  // Optional packages that are not there are for other platforms.
  if (installed === undefined) return wanted.optional === true || wanted.devOptional === true;
  return (
    installed.version === wanted.version &&
    installed.integrity === wanted.integrity &&
    existsSync(join(root, path, 'package.json'))
  );
};

/** It is put in place by an install script, and a copied folder may hold another platform's. */
const pinnedNodeRuns = (root) => {
  const { version } = packagesOf(join(root, 'package-lock.json'))['node_modules/node'];
  const { stdout } = spawnSync(pinnedNode(root), ['--version'], { encoding: 'utf8' });
  return stdout?.trim() === `v${version}`;
};

/**
 * Compares what is installed with package-lock.json.
 * @param {string} root the project's folder
 * @returns {string | null} why something must be installed; null when nothing has to
 */
export const whyToInstall = (root) => {
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) return 'nothing is installed yet';
  // npm writes this list last: without it an installation was cut off.
  const list = join(modules, '.package-lock.json');
  if (!existsSync(list)) return 'an installation was not finished';
  const installed = packagesOf(list);
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')));
  const stale = wanted.find(
    ([path, entry]) => path !== '' && !isThere(root, path, entry, installed[path]),
  );
  if (stale !== undefined) return `${stale[0]} is not what package-lock.json says`;
  return pinnedNodeRuns(root) ? null : 'the pinned Node does not run';
};

/** npm must not run on the Node it is about to replace. */
const environmentWithoutPinnedNode = (root) => {
  const pinned = join(root, 'node_modules/.bin');
  const folders = (process.env.PATH ?? '').split(delimiter);
  return {
    ...process.env,
    PATH: folders.filter((folder) => resolve(folder) !== pinned).join(delimiter),
  };
};

const install = async (root) => {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const env = environmentWithoutPinnedNode(root);
  const options = { cwd: root, env };
  const code = await runChild('npm', [...args, '--loglevel=error'], options).catch((error) => {
    throw new SetupError(`npm could not be started (${error.message}); is it installed?`);
  });
  if (code > 128) throw new SetupError('The installation was interrupted.');
  if (code !== 0) throw new SetupError(`npm ci failed with exit code ${code}; see above why.`);
};

/**
 * Makes sure that node_modules is what package-lock.json says, with the pinned Node in it.
 * @param {string} root the project's folder
 * @throws {SetupError} when it cannot be
 */
export const ensureInstalled = async (root) => {
  const reason = whyToInstall(root);
  if (reason === null) return;
  process.stdout.write(`Installing with npm ci, since ${reason}; it takes a minute or so …\n`);
  await install(root);
  if (!pinnedNodeRuns(root)) {
    throw new SetupError(
      'npm ci did not put the pinned Node in place; npm may be told to ignore install scripts (npm config get ignore-scripts).',
    );
  }
};
