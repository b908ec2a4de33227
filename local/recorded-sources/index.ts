export { startLaunchLibraryServer } from './launch-library/server.ts';
export { startSpacexServer } from './spacex/server.ts';
export { expandLaunch } from './launch-library/expand.ts';
export type { Fault } from './faults.ts';
export type { LaunchFacts, LaunchLibraryLaunch } from './launch-library/launch.ts';
export type { LaunchLibraryServerOptions } from './launch-library/server.ts';
export type { RecordedRequest } from './messages.ts';
export type { RecordedServer, RecordedServerOptions } from './recorded-server.ts';
export type { SpacexLaunch } from './spacex/launch.ts';
