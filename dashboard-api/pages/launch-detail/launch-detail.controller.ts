import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Clock } from '../../../domain/launches/clock.ts';
import { CLOCK } from '../../config/config.module.ts';
import { Environment } from '../../config/environment.ts';
import { setFreshness } from '../../http/freshness.interceptor.ts';
import { LaunchesService } from '../../launches/launches.service.ts';
import type { RawQuery } from '../query/page-query.ts';
import { parsePageQuery } from '../query/page-query.ts';
import type { PageContent } from '../rendering/page-renderer.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import type { LaunchDetailPage } from './launch-detail-page.ts';
import { buildLaunchDetail } from './launch-detail-page.ts';

const toContent = (page: LaunchDetailPage): PageContent => ({
  template: 'launch',
  view: page,
  shell: {
    title: page.title,
    returnTo: page.href,
    pages: page.pages,
    current: 'launches',
    sources: [],
    dataLinks: [{ href: page.jsonHref, label: 'JSON' }],
  },
});

@ApiExcludeController()
@Controller('launches')
export class LaunchDetailController {
  constructor(
    private readonly launches: LaunchesService,
    private readonly renderer: PageRenderer,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything that is known of one launch, whichever source it is of. */
  @Get(':id')
  async one(
    @Param('id') id: string,
    @Query() raw: RawQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { body, freshness } = await this.launches.amongOthers(id);
    const reader = this.renderer.readerOf(request);
    const { sources } = this.environment;
    const query = parsePageQuery(raw, sources);
    const input = { ...body, freshness, query, sources, now: this.clock() };
    const page = buildLaunchDetail(input, reader.localization);
    setFreshness(response, freshness);
    return this.renderer.render(reader, toContent(page), response);
  }
}
