import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.ts';
import { readEnvironment } from './config/environment.ts';
import { ApiDescription } from './docs/api-description.ts';
import { createOpenApiDocument } from './docs/openapi.ts';
import { AppLogger } from './http/logging.module.ts';
import { parseQuery } from './http/raw-query.ts';
import { etagOf } from './http/strong-etag.ts';

/** Longer than the load balancer keeps an idle connection (60 s), so that it is the one to close it. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 10_000;
const REQUEST_MS = 20_000;

const boundWaits = (server: Server): void => {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
};

/**
 * The dashboard, ready to listen.
 * @param variables its environment, by default the process's; the SDK reads its own from the process
 * @throws EnvironmentError naming each variable that is missing or wrong
 */
export const createApp = async (
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<NestExpressApplication> => {
  const environment = readEnvironment(variables);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(environment), {
    abortOnError: false,
    bodyParser: false,
    logger: false,
  });
  app.useLogger(app.get(AppLogger));
  app.set('etag', etagOf);
  app.set('query parser', parseQuery);
  app.enableShutdownHooks();
  boundWaits(app.getHttpServer() as Server);
  app.get(ApiDescription).publish(createOpenApiDocument(app));
  return app;
};
