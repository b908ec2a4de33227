import { Console } from 'node:console';

const terminal = new Console(process.stdout);

/** Prints a line. */
export const say = (line: string): void => terminal.log(line);

/** Prints rows of equal fields as one table. */
export const printTable = (rows: readonly object[]): void => terminal.table(rows);
