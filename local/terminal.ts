/** Something the person at the terminal can mend; the message is one line that says what and how. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}

/** One line for the person at the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One line about something that went wrong. */
export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** An error and what caused it, in one line; a cause that the error already quotes is not repeated. */
export const inOneLine = (error: unknown): string => {
  let line = '';
  for (let current = error; current != null; current = (current as Error).cause) {
    const message = current instanceof Error ? current.message : String(current);
    if (!line.includes(message)) line = line === '' ? message : `${line}: ${message}`;
  }
  return line.replaceAll(/\s+/g, ' ');
};
