import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { promisify } from 'node:util';

const accepts = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return false;
    throw error;
  } finally {
    socket.destroy();
  }
};

/** Those of the ports of 127.0.0.1 that something listens on. */
export const listeners = async (ports: readonly number[]): Promise<number[]> => {
  const accepted = await Promise.all(ports.map(accepts));
  return ports.filter((_, index) => accepted[index]);
};

/** Command line of a process, its arguments separated by blanks; empty when it has just ended. */
const commandLine = async (pid: string): Promise<string> => {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ESRCH'].includes(code)) return '';
    throw error;
  }
};

/** Minimal Linux machines have no `ps`, others no `/proc`. */
const processLines = async (): Promise<string[]> => {
  if (existsSync('/proc/self/cmdline')) {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    return Promise.all(pids.map(async (pid) => `${pid} ${await commandLine(pid)}`));
  }
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,args=']);
  return stdout.split('\n');
};

/** Ids of the processes of this machine whose command line holds the text. */
export const processesNaming = async (text: string): Promise<number[]> =>
  (await processLines()).filter((line) => line.includes(text)).map((line) => parseInt(line));
