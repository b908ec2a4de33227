import { memoryOf, openFilesOf } from '../measuring/process-usage.ts';
import type { Sampling } from '../measuring/samples.ts';
import { growth, sampling } from '../measuring/samples.ts';

/** What a heap may grow until it is collected. */
const MOST_MEMORY_MB = 200;
/** What a load in itself, its watchers and the table need beside each other. */
const MOST_FILES = 150;

const SAMPLE_SECONDS = 0.5;

/** What a process held over a time. */
export interface Usage {
  /** How much resident memory grew, in MiB. */
  memoryGrowth: number;
  /** How many more open files and connections there were at the end; null where the system does not tell. */
  filesGrowth: number | null;
}

/** Follows a process under load. @returns what ends that, and tells what it held */
export const followUsage = async (pid: number): Promise<() => Promise<Usage>> => {
  const before = await openFilesOf(pid);
  const memory: Sampling = sampling(async () => (await memoryOf(pid)).now, SAMPLE_SECONDS);
  return async () => {
    const after = await openFilesOf(pid);
    await memory.end();
    const filesGrowth = before === null || after === null ? null : after - before;
    return { memoryGrowth: growth(memory.samples), filesGrowth };
  };
};

/** What grew more than a load in itself explains, each in a sentence. */
export const piledUp = ({ memoryGrowth, filesGrowth }: Usage): string[] => {
  const faults: string[] = [];
  if (memoryGrowth > MOST_MEMORY_MB) faults.push(`memory grew by ${memoryGrowth.toFixed(0)} MB`);
  if (filesGrowth !== null && filesGrowth > MOST_FILES)
    faults.push(`open files and connections grew by ${filesGrowth}`);
  return faults;
};
