import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Launch } from '../../domain/launches/launch.ts';
import { LAUNCH_FIELDS } from '../../domain/launches/launch.ts';

/** How launches are written to a file. */
export interface ExportFormat {
  extension: string;
  mediaType: string;
  /** UTF-8 text of the launches as they come; fails when they do. */
  encode: (launches: AsyncIterable<Launch>) => Readable;
}

const csvOptions = {
  header: true,
  // RFC 4180 ends lines with CRLF.
  record_delimiter: 'windows' as const,
  columns: LAUNCH_FIELDS,
  // A spreadsheet would run a text that begins like a formula.
  escape_formulas: true,
  cast: { boolean: String, object: (value: object) => JSON.stringify(value) },
};

async function* linesOf(launches: AsyncIterable<Launch>): AsyncGenerator<string> {
  for await (const launch of launches) yield `${JSON.stringify(launch)}\n`;
}

export const CSV: ExportFormat = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  encode: (launches) => {
    const rows = Readable.from(launches);
    const text = stringify(csvOptions);
    rows.once('error', (error) => text.destroy(error));
    text.once('close', () => rows.destroy());
    return rows.pipe(text);
  },
};

export const NDJSON: ExportFormat = {
  extension: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  encode: (launches) => Readable.from(linesOf(launches), { objectMode: false }),
};
