/** Shows that the launches table can be restored: `npm run restore-drill -- --help` says how. */
import { writeFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { complain, inOneLine, say } from '../local/terminal.ts';
import { holdDrill } from './restore-drill/drill.ts';
import { USAGE, readOptions } from './restore-drill/options.ts';
import { inWords } from './restore-drill/report.ts';
import { dynamoDBRestorer } from './restore-drill/restorer.ts';

const clientOf = (region: string | undefined): DynamoDBClient =>
  new DynamoDBClient(region === undefined ? {} : { region });

/** @returns the exit code */
const main = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, new Date());
  if (options === null) {
    say(USAGE);
    return 0;
  }
  const report = await holdDrill(options, {
    clientOf,
    restorer: dynamoDBRestorer(clientOf(undefined)),
    now: () => new Date(),
    say: complain,
  });
  for (const line of inWords(report)) say(line);
  if (options.reportFile !== undefined) {
    await writeFile(options.reportFile, `${JSON.stringify(report, null, 2)}\n`);
  }
  return report.verdict === 'different' ? 1 : 0;
};

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  complain(`The drill could not be held: ${inOneLine(error)}`);
  return 2;
});
