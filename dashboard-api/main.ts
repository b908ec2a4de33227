import 'reflect-metadata';
import { pino } from 'pino';
import { Environment } from './config/environment.ts';
import { createApp } from './create-app.ts';
import { LaunchCatalog } from './launches/launch-catalog.ts';
import { AppLogger, LOG_FORMAT } from './http/logging.module.ts';

const start = async (): Promise<void> => {
  const app = await createApp();
  const { host, port } = app.get(Environment);
  await app.listen(port, host);
  const logger = app.get(AppLogger);
  logger.log({ event: 'listening', host, port });
  await app.get(LaunchCatalog).warm();
  logger.log({ event: 'warm' });
};

try {
  await start();
} catch (error) {
  const { message: reason, code } = error as NodeJS.ErrnoException;
  pino(LOG_FORMAT).fatal({ event: 'start_failed', reason, code });
  process.exit(1);
}
