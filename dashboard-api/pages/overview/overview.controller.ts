import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Clock } from '../../../domain/launches/clock.ts';
import { NO_FILTER } from '../../../domain/launches/filter.ts';
import { CLOCK } from '../../config/config.module.ts';
import { Environment } from '../../config/environment.ts';
import { setFreshness } from '../../http/freshness.interceptor.ts';
import { LaunchCatalog } from '../../launches/launch-catalog.ts';
import type { RawQuery } from '../query/page-query.ts';
import { parsePageQuery } from '../query/page-query.ts';
import { filteredContent } from '../rendering/filtered-page.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import { buildOverview } from './overview-page.ts';

@ApiExcludeController()
@Controller()
export class OverviewController {
  constructor(
    private readonly catalog: LaunchCatalog,
    private readonly renderer: PageRenderer,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The dashboard under the filter in its URL. */
  @Get()
  async overview(
    @Query() raw: RawQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { sources } = this.environment;
    const query = parsePageQuery(raw, sources);
    // Comparisons, the next and the latest launch look beyond the days asked for.
    const reading = await this.catalog.read(query.source, NO_FILTER);
    const reader = this.renderer.readerOf(request);
    const page = buildOverview({ query, sources, reading, now: this.clock() }, reader.localization);
    setFreshness(response, reading);
    return this.renderer.render(reader, filteredContent('overview', 'overview', page), response);
  }
}
