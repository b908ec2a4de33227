/** What becomes of all that when there are many more launches than anybody flies. */
import type { Figure } from '../measuring/figures.ts';
import { tell } from '../measuring/report.ts';
import type { Bench, Part } from './bench.ts';
import { measureExport } from './export.ts';
import { startGenerated } from './generated.ts';
import { measureLargeYear } from './large-year.ts';
import { measureSizes } from './sizes.ts';

const measure = async (bench: Bench): Promise<Figure[]> => {
  tell('Filling tables');
  const tables = await startGenerated(bench.isLarge);
  try {
    return [
      ...(await measureSizes(bench, tables)),
      ...(await measureLargeYear(bench, tables)),
      ...(await measureExport(bench, tables)),
    ];
  } finally {
    await tables.stop();
  }
};

export const scale: Part = { name: 'scale', measure };
