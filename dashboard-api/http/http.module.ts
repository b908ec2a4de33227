import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Global, Inject, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { RequestHandler } from 'express';
import { Environment } from '../config/environment.ts';
import { LaunchesModule } from '../launches/launches.module.ts';
import { Assets, loadAssets } from './assets.ts';
import { compress } from './compression/compress.ts';
import { ErrorPages } from './error-pages.ts';
import { AccessLog } from './front/access-log.ts';
import { PreparedAnswers } from './front/answers/prepared-answers.ts';
import { Front } from './front/front.ts';
import { limitUrl } from './limits/url-length.ts';
import { onlyKnownMethods } from './methods.ts';
import { ProblemFilter } from './problem.filter.ts';
import { rejectUndecodable } from './raw-query.ts';
import { publicCors, readStyleHashes, securityHeaders } from './security-headers.ts';
import { ConnectionDrain } from './server/connection-drain.ts';
import { Refusals, SECURITY_HEADERS } from './server/refusals.ts';
import { encodingTags } from './strong-etag.ts';

/** Mounted at the root; a wildcard would leave out the paths that cannot be decoded. */
export const EVERYTHING = '/';

const securityHeadersProvider = {
  provide: SECURITY_HEADERS,
  inject: [Environment],
  useFactory: ({ viewsDir, behindTls }: Environment) =>
    securityHeaders(readStyleHashes(viewsDir), behindTls),
};

const assetsProvider = {
  provide: Assets,
  inject: [Environment],
  useFactory: ({ viewsDir }: Environment) => loadAssets(viewsDir),
};

/** What every request goes through, and how errors are answered. */
@Global()
@Module({
  imports: [LaunchesModule],
  providers: [
    AccessLog,
    Front,
    PreparedAnswers,
    ConnectionDrain,
    ErrorPages,
    Refusals,
    assetsProvider,
    securityHeadersProvider,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Assets, ErrorPages],
})
export class HttpModule implements NestModule {
  constructor(
    private readonly front: Front,
    @Inject(SECURITY_HEADERS) private readonly setSecurityHeaders: RequestHandler,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    const checks = [this.front.refuse, limitUrl, onlyKnownMethods];
    consumer.apply(this.setSecurityHeaders, publicCors, ...checks).forRoutes(EVERYTHING);
    consumer.apply(encodingTags, compress).forRoutes(EVERYTHING);
    consumer.apply(rejectUndecodable).forRoutes('api');
  }
}
