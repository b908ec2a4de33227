import { transformFile } from '@swc/core';
import { basename, dirname, join, relative } from 'node:path';
import type { Output } from './output.ts';
import { filesIn } from './output.ts';

/** Rooms the server runs from. */
const ROOMS = ['domain', 'dashboard-api'];
/** What builds is not part of what is built. */
const NOT_COMPILED = /^dashboard-api\/build[./]|\.d\.ts$/;

const compileFile = async (root: string, source: string, output: Output): Promise<void> => {
  const target = source.replace(/\.ts$/, '.js');
  const { code, map } = await transformFile(join(root, source), {
    cwd: root,
    sourceFileName: relative(dirname(join(output.folder, target)), join(root, source)),
  });
  await output.write(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
  await output.write(`${target}.map`, map ?? '{}');
};

/** Compiles the server's TypeScript, a file for a file, as .swcrc says. */
export const compileServer = async (root: string, output: Output): Promise<void> => {
  const found = await Promise.all(
    ROOMS.map(async (room) => (await filesIn(join(root, room))).map((file) => join(room, file))),
  );
  const sources = found.flat().filter((file) => file.endsWith('.ts') && !NOT_COMPILED.test(file));
  await Promise.all(sources.map((source) => compileFile(root, source, output)));
};
