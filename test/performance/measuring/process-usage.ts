import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const KB_PER_MB = 1024;

/** Resident memory of a process now, and the most it ever had, in MiB. */
export interface ProcessMemory {
  now: number;
  /** Null where the system does not tell (anything but Linux). */
  peak: number | null;
}

const field = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / KB_PER_MB;

/** Read from /proc where there is one, else from `ps`. @throws Error when there is no such process */
export const memoryOf = async (pid: number): Promise<ProcessMemory> => {
  if (existsSync('/proc/self/status')) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return { now: field(status, 'VmRSS'), peak: field(status, 'VmHWM') };
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return { now: Number(stdout) / KB_PER_MB, peak: null };
};

/** Clock ticks a second in which Linux counts the time of processes, whatever the kernel's own are. */
const TICKS = 100;
/** Places of user and system time in /proc/<pid>/stat, counted from what follows the program's name. */
const [USER, SYSTEM] = [11, 12];

/** Seconds of processor time a process has used so far; null where the system does not tell (anything but Linux). */
export const processorSecondsOf = async (pid: number): Promise<number | null> => {
  if (!existsSync('/proc/self/stat')) return null;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER]) + Number(fields[SYSTEM])) / TICKS;
};

/** Open files and connections of a process; null where the system does not tell (anything but Linux). */
export const openFilesOf = async (pid: number): Promise<number | null> =>
  existsSync('/proc/self/fd') ? (await readdir(`/proc/${pid}/fd`)).length : null;
