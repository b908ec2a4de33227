import { execFile } from 'node:child_process';
import { cp, mkdir, rename, stat, symlink } from 'node:fs/promises';
import { basename, delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BuildContext } from './build-context.ts';
import type { Instruction, Stage } from './dockerfile.ts';
import { execForm, variablesOf } from './dockerfile.ts';

const run = promisify(execFile);

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');

/** A stage as far as it is built: its files are under `root`, the rest is what it tells to run. */
interface Filesystem {
  root: string;
  workdir: string;
  variables: Record<string, string>;
  user: string;
  command: string[];
  healthCheck: string[];
}

/** The last stage, built. */
export type Image = Readonly<Filesystem>;

interface Building {
  context: BuildContext;
  stages: Map<string, Filesystem>;
}

type Perform = (
  instruction: Instruction,
  files: Filesystem,
  building: Building,
) => Promise<void> | void;

const inside = ({ root, workdir }: Filesystem, path: string): string =>
  join(root, resolve(workdir, path));

const targetOf = async (files: Filesystem, source: string, to: string): Promise<string> => {
  if (!to.endsWith('/')) return inside(files, to);
  await mkdir(inside(files, to), { recursive: true });
  return join(inside(files, to), basename(source));
};

/** What another stage made is moved, not copied: nothing needs it twice. */
const moveFrom = async (stage: Filesystem | undefined, path: string, to: string): Promise<void> => {
  if (stage === undefined) throw new Error(`COPY --from names no stage (${path})`);
  await rename(inside(stage, path), to);
};

const copy: Perform = async ({ flags, text }, files, { context, stages }) => {
  const sources = text.split(/\s+/);
  const to = sources.pop() ?? '';
  const { from } = flags;
  for (const source of sources) {
    const target = await targetOf(files, source, to);
    if (from === undefined) await context.copy(source, target);
    else await moveFrom(stages.get(from), source, target);
  }
};

/** The project's own node_modules is what `npm ci` makes of the same lock file. */
const linkInstalled = async (files: Filesystem): Promise<void> => {
  await stat(inside(files, 'package-lock.json'));
  await symlink(join(PROJECT_FOLDER, 'node_modules'), inside(files, 'node_modules'));
};

const shell: Perform = async ({ text }, files) => {
  if (/^npm ci(?!.*--omit=dev)/.test(text)) return linkInstalled(files);
  const nodeFolder = join(PROJECT_FOLDER, 'node_modules/.bin');
  const PATH = [nodeFolder, process.env['PATH']].join(delimiter);
  const env = { ...process.env, ...files.variables, PATH, npm_config_prefer_offline: 'true' };
  await run('sh', ['-c', text], { cwd: inside(files, '.'), env });
};

const workdir: Perform = async ({ text }, files) => {
  files.workdir = resolve(files.workdir, text);
  await mkdir(inside(files, '.'), { recursive: true });
};

const PERFORM: Readonly<Record<string, Perform>> = {
  COPY: copy,
  RUN: shell,
  WORKDIR: workdir,
  ENV: ({ text }, files) => void Object.assign(files.variables, variablesOf(text)),
  USER: ({ text }, files) => void (files.user = text),
  CMD: ({ text }, files) => void (files.command = execForm(text)),
  HEALTHCHECK: ({ text }, files) => void (files.healthCheck = execForm(text)),
  EXPOSE: () => undefined,
};

const startOf = (
  { base }: Stage,
  root: string,
  stages: ReadonlyMap<string, Filesystem>,
): Filesystem => {
  const empty = { workdir: '/', variables: {}, user: 'root', command: [], healthCheck: [] };
  return { ...structuredClone(stages.get(base) ?? { ...empty, root }), root };
};

/** The files of a stage that another starts from. */
const inherit = async (stage: Stage, files: Filesystem, building: Building): Promise<void> => {
  const base = building.stages.get(stage.base);
  if (base === undefined) return;
  await cp(base.root, files.root, { recursive: true });
};

/**
 * Does what a Dockerfile says, without Docker: files are copied, commands run in a folder a stage. The base
 * image is this machine and the project's Node.
 * @param folder where the stages go
 * @throws Error at the first instruction that cannot be done, or is of a kind not known here
 */
export const buildImage = async (
  stages: readonly Stage[],
  context: BuildContext,
  folder: string,
): Promise<Image> => {
  const building: Building = { context, stages: new Map() };
  for (const stage of stages) {
    const files = startOf(stage, join(folder, stage.name), building.stages);
    await inherit(stage, files, building);
    for (const instruction of stage.instructions) {
      const perform = PERFORM[instruction.keyword];
      if (perform === undefined) throw new Error(`${instruction.keyword} is not known here`);
      await perform(instruction, files, building);
    }
    building.stages.set(stage.name, files);
  }
  return [...building.stages.values()].at(-1) as Image;
};
