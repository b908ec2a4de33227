import { createLaunchesTable } from '../../../local/dynamodb/launches-table.ts';
import { localDocumentClient } from '../../../local/dynamodb/local-client.ts';
import { storeLaunches } from '../../helpers/launches.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../helpers/recorded-launches.ts';

const NAME = 'recorded-launches';

/**
 * Makes a table with the recorded launches: 674 of Launch Library, which is served first, and 205 of r-spacex.
 * @returns its name
 */
export const fillRecorded = async (endpoint: string): Promise<string> => {
  const client = localDocumentClient(endpoint);
  const table = { client, tableName: NAME };
  await createLaunchesTable(client, NAME);
  await storeLaunches(table, launchLibraryLaunches());
  await storeLaunches(table, spacexLaunches());
  client.destroy();
  return NAME;
};
