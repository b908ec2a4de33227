import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Global, Inject, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { RequestHandler } from 'express';
import { Environment } from '../config/environment.ts';
import { assetPaths } from './assets.ts';
import { ErrorPages } from './error-pages.ts';
import { limitRate } from './limits/rate-limit.ts';
import { limitUrl } from './limits/url-length.ts';
import { onlyKnownMethods } from './methods.ts';
import { ProblemFilter } from './problem.filter.ts';
import { rejectUndecodable } from './raw-query.ts';
import { publicCors, readStyleHashes, securityHeaders } from './security-headers.ts';
import { ConnectionDrain } from './server/connection-drain.ts';
import { Refusals, SECURITY_HEADERS } from './server/refusals.ts';

/** Mounted at the root; a wildcard would leave out the paths that cannot be decoded. */
export const EVERYTHING = '/';

const securityHeadersProvider = {
  provide: SECURITY_HEADERS,
  inject: [Environment],
  useFactory: ({ viewsDir, behindTls }: Environment) =>
    securityHeaders(readStyleHashes(viewsDir), behindTls),
};

/** What every request goes through, and how errors are answered. */
@Global()
@Module({
  providers: [
    ConnectionDrain,
    ErrorPages,
    Refusals,
    securityHeadersProvider,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [ErrorPages],
})
export class HttpModule implements NestModule {
  constructor(
    private readonly environment: Environment,
    @Inject(SECURITY_HEADERS) private readonly setSecurityHeaders: RequestHandler,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    const { requestsPerMinute, viewsDir } = this.environment;
    const limits = [limitRate(requestsPerMinute, assetPaths(viewsDir)), limitUrl];
    consumer.apply(this.setSecurityHeaders, publicCors, ...limits).forRoutes(EVERYTHING);
    consumer.apply(onlyKnownMethods).forRoutes(EVERYTHING);
    consumer.apply(rejectUndecodable).forRoutes('api');
  }
}
