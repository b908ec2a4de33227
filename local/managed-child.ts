import type { ChildProcess } from 'node:child_process';

/** How a process ended, in words: `exit code 1`, `signal SIGKILL`, or why it could not be started. */
export interface ChildEnd {
  how: string;
}

export interface ManagedChild {
  process: ChildProcess;
  /** Resolves when the process has ended, wanted or not; never rejects. */
  ended: Promise<ChildEnd>;
  /** Asks the process to end and waits; after `graceMs` milliseconds it is killed. */
  stop: (ask: () => void, graceMs: number) => Promise<void>;
}

const isRunning = ({ exitCode, signalCode, pid }: ChildProcess): boolean =>
  pid !== undefined && exitCode === null && signalCode === null;

/** Follows a child process from its start to its end. */
export const manageChild = (child: ChildProcess): ManagedChild => {
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('error', (error) => resolve({ how: error.message }));
    child.once('exit', (code, signal) =>
      resolve({ how: signal === null ? `exit code ${code}` : `signal ${signal}` }),
    );
  });
  const stop = async (ask: () => void, graceMs: number): Promise<void> => {
    if (!isRunning(child)) return;
    ask();
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  return { process: child, ended, stop };
};
