/**
 * Keeps the structured log lines of the code under test out of the report of the tests. Jest's own lines, and
 * what a test prints on purpose, are no JSON objects.
 */
const write = process.stdout.write.bind(process.stdout);

process.stdout.write = (chunk, ...rest) =>
  typeof chunk === 'string' && chunk.startsWith('{"') ? true : write(chunk, ...rest);
