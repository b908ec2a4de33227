import 'reflect-metadata';
import { pino } from 'pino';
import { errorFields } from '../domain/telemetry/error-fields.ts';
import { Environment } from './config/environment.ts';
import { createApp } from './create-app.ts';
import { AppLogger } from './http/logging.module.ts';
import { LOG_FORMAT } from './http/root-logger.ts';
import { LaunchCatalog } from './launches/launch-catalog.ts';

/** It listens already: whoever asks for what is missing has it loaded. */
const report =
  (logger: AppLogger) =>
  (error: unknown): void =>
    logger.error({ event: 'launches_not_loaded', ...errorFields(error) });

const start = async (): Promise<void> => {
  const app = await createApp();
  const { host, port } = app.get(Environment);
  await app.listen(port, host);
  app.get(AppLogger).log({ event: 'listening', host, port });
  await app
    .get(LaunchCatalog)
    .warm()
    .catch(report(app.get(AppLogger)));
};

try {
  await start();
} catch (error) {
  const { message: reason, code } = error as NodeJS.ErrnoException;
  pino(LOG_FORMAT).fatal({ event: 'start_failed', reason, code });
  process.exit(1);
}
