import { memoryOf, openFilesOf } from '../measuring/process-usage.ts';

/** Memory that a load in itself may add: the heap grows before it is collected. */
const MOST_MEMORY_MB = 100;
/** Connections of a load in itself, of its watchers and to the table, beside each other. */
const MOST_FILES = 150;

/** What a process holds. */
export interface Usage {
  /** MiB. */
  memory: number;
  /** Open files and connections; null where the system does not tell. */
  files: number | null;
}

export const usageOf = async (pid: number): Promise<Usage> => ({
  memory: (await memoryOf(pid)).now,
  files: await openFilesOf(pid),
});

/** What grew more than a load in itself explains, each in a sentence. */
export const piledUp = (before: Usage, after: Usage): string[] => {
  const faults: string[] = [];
  const memory = after.memory - before.memory;
  if (memory > MOST_MEMORY_MB) faults.push(`memory grew by ${memory.toFixed(0)} MB`);
  const files = (after.files ?? 0) - (before.files ?? 0);
  if (files > MOST_FILES) faults.push(`open files and connections grew by ${files}`);
  return faults;
};
