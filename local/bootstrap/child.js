import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in this one's place: it has the terminal, gets every signal, and its end is waited for, so
 * that Ctrl-C gives it the time it takes to stop.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd: string, tellsWhenGone?: boolean}} options `tellsWhenGone`: the
 * program sees a `disconnect` when this process is killed
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 * @throws when it cannot be started
 */
export const runChild = (command, args, { env = process.env, cwd, tellsWhenGone = false }) =>
  new Promise((resolve, reject) => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(tellsWhenGone ? ['ipc'] : [])];
    const child = spawn(command, args, { cwd, env, stdio });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    const settle = (finish) => (value, signal) => {
      for (const name of SIGNALS) process.off(name, pass);
      finish(value, signal);
    };
    child.once('error', settle(reject));
    child.once(
      'exit',
      settle((code, signal) => resolve(code ?? 128 + constants.signals[signal])),
    );
  });
