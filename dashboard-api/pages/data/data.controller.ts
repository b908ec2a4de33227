import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Clock } from '../../../domain/launches/clock.ts';
import { CLOCK } from '../../config/config.module.ts';
import { Environment } from '../../config/environment.ts';
import { setFreshness } from '../../http/freshness.interceptor.ts';
import { SourcesService } from '../../sources/sources.service.ts';
import type { RawQuery } from '../query/page-query.ts';
import { parsePageQuery } from '../query/page-query.ts';
import type { PageContent } from '../rendering/page-renderer.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import type { DataPage } from './data-page.ts';
import { buildDataPage } from './data-page.ts';

const toContent = (page: DataPage): PageContent => ({
  template: 'data',
  view: page,
  shell: {
    title: page.title,
    returnTo: page.href,
    pages: page.pages,
    current: 'data',
    sources: [],
    dataLinks: [{ href: page.jsonHref, label: 'JSON' }],
  },
});

@ApiExcludeController()
@Controller('data')
export class DataController {
  constructor(
    private readonly service: SourcesService,
    private readonly renderer: PageRenderer,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every source: its state, what it holds, what its last runs did, and where it comes from. */
  @Get()
  async data(
    @Query() raw: RawQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { sources } = this.environment;
    const { body: reports, freshness } = await this.service.list();
    const reader = this.renderer.readerOf(request);
    const query = parsePageQuery(raw, sources);
    const input = { query, sources, reports, freshness, now: this.clock() };
    const page = buildDataPage(input, reader.localization);
    setFreshness(response, freshness);
    return this.renderer.render(reader, toContent(page), response);
  }
}
