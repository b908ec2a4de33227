import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';
import { SetupError, ensureInstalled, pinnedNode } from './install.js';

const PROJECT_FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every check of `npm test`, by the name of its npm script; the last takes the command line's arguments. */
const CHECKS = ['lint', 'format:check', 'typecheck', 'build', 'jest'];

const start = (args) =>
  runChild(pinnedNode(PROJECT_FOLDER), [join(PROJECT_FOLDER, 'local/main.ts'), ...args], {
    cwd: PROJECT_FOLDER,
    tellsWhenGone: true,
  });

const runScript = (name, args) => {
  const folders = [join(PROJECT_FOLDER, 'node_modules/.bin'), process.env.PATH];
  const env = { ...process.env, PATH: folders.join(delimiter) };
  return runChild('npm', ['run', '--silent', name, '--', ...args], { cwd: PROJECT_FOLDER, env });
};

const test = async (args) => {
  for (const check of CHECKS) {
    const isLast = check === CHECKS.at(-1);
    process.stdout.write(`\n> ${check}\n`);
    const code = await runScript(check, isLast ? args : []);
    // Tests close with their own count.
    if (code !== 0 && !isLast) process.stdout.write(`\n${check} failed\n0 passed, 1 failed\n`);
    if (code !== 0) return code;
  }
  return 0;
};

const COMMANDS = { start, test };

/**
 * Runs a command of this project and ends the process with its exit code.
 * @param {string} name `start` or `test`
 * @param {string[]} args
 */
export const run = async (name, args) => {
  try {
    const command = COMMANDS[name];
    if (command === undefined) throw new SetupError('Usage: node local/bootstrap.js start|test');
    await ensureInstalled(PROJECT_FOLDER);
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};
