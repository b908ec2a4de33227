import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

/** The module esbuild bundles; the texts are string literals in it. */
const MODULE = 'node_modules/apexcharts/dist/apexcharts.esm.js';
/** One of all charts, one of legends. */
const EXPECTED = 2;

/** A string literal that becomes the text of an element. */
const INJECTED =
  /(?:createTextNode\(|\.textContent=)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)/gs;
const STYLE_RULE = /\.apexcharts-[\w-]+[^{}]*\{/;

/**
 * CSP sources of the constant style texts that ApexCharts puts into a page.
 * @param root the project's folder
 * @returns `sha256-…`, one a text
 * @throws Error when the library holds another number of such texts than known
 */
export const apexchartsStyleHashes = async (root: string): Promise<string[]> => {
  const code = await readFile(join(root, MODULE), 'utf8');
  const literals = [...code.matchAll(INJECTED)].map(([, literal = '']) => literal);
  const texts = literals
    .map((literal) => runInNewContext(literal) as string)
    .filter((text) => STYLE_RULE.test(text));
  if (texts.length !== EXPECTED) {
    throw new Error(
      `ApexCharts injects ${texts.length} style texts that could be found, not ${EXPECTED}: ` +
        'the content security policy must be looked at anew',
    );
  }
  return texts.map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
};
