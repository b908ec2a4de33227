import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordStack } from './recording.ts';
import { STACKS } from './stacks.ts';

/** Variable under which the test files find the recordings. */
export const RECORDINGS_VARIABLE = 'TEST_INFRA_RECORDINGS';

/** Jest's global setup of the infrastructure tests: builds every stack once, before any of them. */
const setup = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'infra-recordings-'));
  for (const [name, stack] of Object.entries(STACKS)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(await recordStack(stack)));
  }
  process.env[RECORDINGS_VARIABLE] = folder;
};

export default setup;
