import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Module, RequestMethod } from '@nestjs/common';
import { DocsModule } from '../docs/docs.module.ts';
import { readForm } from '../http/bodies.ts';
import { IngestionsModule } from '../ingestions/ingestions.module.ts';
import { LaunchesModule } from '../launches/launches.module.ts';
import { SourcesModule } from '../sources/sources.module.ts';
import { ApiDocsController } from './api-docs/api-docs.controller.ts';
import { DataController } from './data/data.controller.ts';
import { HtmlErrorPage } from './errors/error-page.ts';
import { LaunchDetailController } from './launch-detail/launch-detail.controller.ts';
import { LaunchListController } from './launch-list/launch-list.controller.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { PreferencesController } from './preferences/preferences.controller.ts';
import { AssetsController } from './rendering/assets.controller.ts';
import { OPERATIONS_PATH } from './rendering/account.ts';
import { PageRenderer } from './rendering/page-renderer.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';

/** The pages people read, and the files they need. */
@Module({
  imports: [DocsModule, LaunchesModule, SourcesModule, IngestionsModule],
  controllers: [
    OverviewController,
    LaunchListController,
    LaunchDetailController,
    DataController,
    ApiDocsController,
    OperationsController,
    SignInController,
    PreferencesController,
    AssetsController,
  ],
  providers: [PageRenderer, HtmlErrorPage],
})
export class PagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    const posted = [OPERATIONS_PATH, 'sign-out'].map((path) => ({
      path,
      method: RequestMethod.POST,
    }));
    consumer.apply(readForm).forRoutes(...posted);
  }
}
