import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Clock } from '../../../domain/launches/clock.ts';
import { NO_FILTER } from '../../../domain/launches/filter.ts';
import { CLOCK } from '../../config/config.module.ts';
import { Environment } from '../../config/environment.ts';
import { setFreshness } from '../../http/freshness.interceptor.ts';
import { LaunchCatalog } from '../../launches/launch-catalog.ts';
import { parseListQuery } from '../query/list-query.ts';
import type { RawQuery } from '../query/page-query.ts';
import { parsePageQuery } from '../query/page-query.ts';
import { filteredContent } from '../rendering/filtered-page.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import { buildLaunchList } from './launch-list-page.ts';

@ApiExcludeController()
@Controller('launches')
export class LaunchListController {
  constructor(
    private readonly catalog: LaunchCatalog,
    private readonly renderer: PageRenderer,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The launches under the filter in the URL, sorted and by page. */
  @Get()
  async list(
    @Query() raw: RawQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { sources } = this.environment;
    const query = parsePageQuery(raw, sources);
    // The filter bar, the age of the data and the names of pads need the whole history.
    const reading = await this.catalog.read(query.source, NO_FILTER);
    const reader = this.renderer.readerOf(request);
    const input = { query, list: parseListQuery(raw), sources, reading, now: this.clock() };
    const page = buildLaunchList(input, reader.localization);
    setFreshness(response, reading);
    return this.renderer.render(reader, filteredContent('launches', 'launches', page), response);
  }
}
