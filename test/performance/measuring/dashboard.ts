import type { BuiltDashboard } from '../../helpers/dashboard-process.ts';
import type { ServerProcess } from './server-process.ts';
import { startServerProcess } from './server-process.ts';

/** Of one client a minute; every request is counted, and none is too many. */
const ANY_RATE = '999999999';

/** As its image sets it. */
const RELEASE = { NODE_ENV: 'production', LOG_LEVEL: 'info', RATE_LIMIT_PER_MINUTE: ANY_RATE };

/** Starts the built dashboard as it runs in its image, with everything on and its rate limit raised. */
export const startMeasured = (
  built: BuiltDashboard,
  variables: Readonly<Record<string, string>>,
  first = '/health',
): Promise<ServerProcess> =>
  startServerProcess([...built.command], { ...built.environment, ...RELEASE, ...variables }, first);
