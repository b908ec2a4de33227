import { parseArgs } from 'node:util';

export interface Options {
  /** Tables of a million launches too. */
  isLarge: boolean;
  /** JSON in place of a table. */
  isJson: boolean;
  /** Names of the parts to measure. */
  parts: readonly string[];
}

/**
 * @param args of the command line: `--large`, `--json`, `--only <part>` (more than once for several)
 * @param known names of all parts
 * @throws Error naming what is not known
 */
export const parseOptions = (args: readonly string[], known: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      large: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const unknown = values.only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const parts =
    values.only.length === 0 ? known : known.filter((name) => values.only.includes(name));
  return { isLarge: values.large, isJson: values.json, parts };
};
