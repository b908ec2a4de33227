import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiDescription } from '../../docs/api-description.ts';
import { UNFILTERED_PAGES } from '../query/page-links.ts';
import type { PageContent } from '../rendering/page-renderer.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import type { ApiDocsPage } from './api-docs-page.ts';
import { buildApiDocsPage, DOCUMENT_HREF } from './api-docs-page.ts';

const PATH = 'docs';

const toContent = (page: ApiDocsPage): PageContent => ({
  template: 'api-docs',
  view: page,
  shell: {
    title: page.title,
    returnTo: `/${PATH}`,
    pages: UNFILTERED_PAGES,
    current: null,
    sources: [],
    dataLinks: [{ href: DOCUMENT_HREF, label: 'OpenAPI' }],
  },
});

@ApiExcludeController()
@Controller(PATH)
export class ApiDocsController {
  constructor(
    private readonly description: ApiDescription,
    private readonly renderer: PageRenderer,
  ) {}

  /** What the API offers, to read: every operation and every schema of the OpenAPI document. */
  @Get()
  @Header('Cache-Control', 'public, max-age=60')
  docs(@Req() request: Request, @Res({ passthrough: true }) response: Response): string {
    const reader = this.renderer.readerOf(request);
    const page = buildApiDocsPage(this.description.document, reader.localization);
    return this.renderer.render(reader, toContent(page), response);
  }
}
