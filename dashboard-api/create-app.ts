import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.ts';
import { readEnvironment } from './config/environment.ts';
import { ApiDescription } from './docs/api-description.ts';
import { createOpenApiDocument } from './docs/openapi.ts';
import { Front } from './http/front/front.ts';
import { AppLogger } from './http/logging.module.ts';
import { parseQuery } from './http/raw-query.ts';
import { BoundedExpressAdapter } from './http/server/bounded-server.ts';
import { etagOf } from './http/strong-etag.ts';

/**
 * The dashboard, ready to listen.
 * @param variables its environment, by default the process's; the SDK reads its own from the process
 * @throws EnvironmentError naming each variable that is missing or wrong
 */
export const createApp = async (
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<NestExpressApplication> => {
  const environment = readEnvironment(variables);
  const adapter = new BoundedExpressAdapter();
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(environment),
    adapter,
    { abortOnError: false, bodyParser: false, logger: false },
  );
  app.useLogger(app.get(AppLogger));
  app.set('trust proxy', environment.trustedProxies);
  app.set('etag', etagOf);
  app.set('query parser', parseQuery);
  adapter.putBehind(app.get(Front));
  // By the process's own end, so that the last log lines are written.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  app.get(ApiDescription).publish(createOpenApiDocument(app));
  return app;
};
