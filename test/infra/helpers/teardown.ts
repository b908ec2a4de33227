import { rm } from 'node:fs/promises';
import { RECORDINGS_VARIABLE } from './setup.ts';

/** Jest's global teardown of the infrastructure tests. */
const teardown = async (): Promise<void> => {
  const folder = process.env[RECORDINGS_VARIABLE];
  if (folder !== undefined) await rm(folder, { recursive: true });
};

export default teardown;
