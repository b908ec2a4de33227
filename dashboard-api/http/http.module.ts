import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import compression from 'compression';
import { Environment } from '../config/environment.ts';
import { ConnectionDrain } from './connection-drain.ts';
import { ErrorPages } from './error-pages.ts';
import { onlyKnownMethods } from './methods.ts';
import { ProblemFilter } from './problem.filter.ts';
import { rejectUndecodable } from './raw-query.ts';
import { publicCors, readStyleHashes, securityHeaders } from './security-headers.ts';
import { encodingTags } from './strong-etag.ts';

/** Mounted at the root; a wildcard would leave out the paths that cannot be decoded. */
export const EVERYTHING = '/';

/** What every request goes through, and how errors are answered. */
@Global()
@Module({
  providers: [ConnectionDrain, ErrorPages, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [ErrorPages],
})
export class HttpModule implements NestModule {
  constructor(private readonly environment: Environment) {}

  configure(consumer: MiddlewareConsumer): void {
    const headers = securityHeaders(readStyleHashes(this.environment.viewsDir));
    consumer
      .apply(headers, publicCors, encodingTags, compression(), onlyKnownMethods)
      .forRoutes(EVERYTHING);
    consumer.apply(rejectUndecodable).forRoutes('api');
  }
}
