import { Module } from '@nestjs/common';
import { DocsModule } from '../docs/docs.module.ts';
import { LaunchesModule } from '../launches/launches.module.ts';
import { SourcesModule } from '../sources/sources.module.ts';
import { ApiDocsController } from './api-docs/api-docs.controller.ts';
import { DataController } from './data/data.controller.ts';
import { HtmlErrorPage } from './errors/error-page.ts';
import { LaunchDetailController } from './launch-detail/launch-detail.controller.ts';
import { LaunchListController } from './launch-list/launch-list.controller.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { PreferencesController } from './preferences/preferences.controller.ts';
import { AssetsController } from './rendering/assets.controller.ts';
import { PageRenderer } from './rendering/page-renderer.ts';

/** The pages people read, and the files they need. */
@Module({
  imports: [DocsModule, LaunchesModule, SourcesModule],
  controllers: [
    OverviewController,
    LaunchListController,
    LaunchDetailController,
    DataController,
    ApiDocsController,
    PreferencesController,
    AssetsController,
  ],
  providers: [PageRenderer, HtmlErrorPage],
})
export class PagesModule {}
