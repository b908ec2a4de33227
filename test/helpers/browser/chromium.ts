import chromium, { inflate } from '@sparticuz/chromium';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A browser that runs here, and what it needs of its environment. */
export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');

/** Why no browser can run here; null when one can. The npm package holds a build for Linux on x64 alone. */
export const skipReason = (): string | null => {
  if (process.env['CHROMIUM_PATH']) return null;
  if (process.platform === 'linux' && process.arch === 'x64') return null;
  return `the npm Chromium does not run on ${process.platform} ${process.arch}; set CHROMIUM_PATH to a Chromium or Chrome`;
};

/** Text in the package's fonts, and in the system's where it has some. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the temporary folder, whose name it takes from the environment. */
const unpackInto = async (folder: string): Promise<void> => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await Promise.all([
      chromium.executablePath(join(PACKAGE, 'bin')),
      inflate(join(PACKAGE, 'bin/al2023.tar.br')),
    ]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

/** Unpacks once a version; a run that is cut off, or another at the same time, leaves nothing half done. */
const unpacked = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(ROOT, `node_modules/.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await unpackInto(draft);
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true });
  }
  return folder;
};

/** What keeps the program from running; null when it says its version. */
const obstacle = async ({ executablePath, env }: Chromium): Promise<string | null> => {
  try {
    await promisify(execFile)(executablePath, ['--version'], { env: { ...process.env, ...env } });
    return null;
  } catch (error) {
    return String((error as { stderr?: string }).stderr || error).trim();
  }
};

/**
 * The Chromium from npm, or the one CHROMIUM_PATH names. Where the system lacks the libraries it needs it
 * runs on the package's own; CHROMIUM_OWN_LIBRARIES=1 makes it do so anyway.
 * @throws Error saying why it does not run
 */
export const prepareChromium = async (): Promise<Chromium> => {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return { executablePath: chosen, env: {} };
  const folder = await unpacked();
  // Each time anew: it names the folder, which may have been moved since.
  await writeFile(join(folder, 'fonts.conf'), fontsConf(folder));
  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const plain = { executablePath, env };
  const own = { executablePath, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } };
  const candidates = process.env['CHROMIUM_OWN_LIBRARIES'] === '1' ? [own] : [plain, own];
  const reasons: string[] = [];
  for (const candidate of candidates) {
    const reason = await obstacle(candidate);
    if (reason === null) return candidate;
    reasons.push(reason);
  }
  throw new Error(`The npm Chromium does not run here: ${reasons.at(-1)}`);
};
