import type { LocalOptions } from './options.ts';
import { startLaunchLibraryServer, startSpacexServer } from './recorded-sources/index.ts';
import type { Shutdown } from './shutdown.ts';

/** Variables that tell the function where the launch APIs are. */
export interface SourceEnvironment {
  SPACEX_API_URL: string;
  LAUNCH_LIBRARY_API_URL: string;
  LAUNCH_LIBRARY_TOKEN?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const REAL_SPACEX = 'https://api.spacexdata.com';
const REAL_LAUNCH_LIBRARY = 'https://ll.thespacedevs.com';

const realSources = (variables: Variables): SourceEnvironment => {
  const token = variables['LAUNCH_LIBRARY_TOKEN']?.trim();
  return {
    SPACEX_API_URL: variables['SPACEX_API_URL']?.trim() || REAL_SPACEX,
    LAUNCH_LIBRARY_API_URL: variables['LAUNCH_LIBRARY_API_URL']?.trim() || REAL_LAUNCH_LIBRARY,
    ...(token ? { LAUNCH_LIBRARY_TOKEN: token } : {}),
  };
};

const recordedSources = async (
  { asOf }: LocalOptions,
  shutdown: Shutdown,
): Promise<SourceEnvironment> => {
  const options = asOf === undefined ? {} : { asOf };
  const servers = await Promise.all([
    startSpacexServer(options),
    startLaunchLibraryServer(options),
  ]);
  for (const server of servers) await shutdown.add('the recorded sources', server.close);
  const [spacex, launchLibrary] = servers;
  return { SPACEX_API_URL: spacex.url, LAUNCH_LIBRARY_API_URL: launchLibrary.url };
};

/** Where launches come from: the real APIs, or the recorded ones, started here. */
export const openSources = (
  options: LocalOptions,
  variables: Variables,
  shutdown: Shutdown,
): Promise<SourceEnvironment> =>
  options.live ? Promise.resolve(realSources(variables)) : recordedSources(options, shutdown);
