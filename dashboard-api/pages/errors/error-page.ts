import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ErrorPage } from '../../http/error-pages.ts';
import { ErrorPages } from '../../http/error-pages.ts';
import type { Problem } from '../../http/problem.ts';
import { toReturnPath } from '../preferences/return-path.ts';
import { UNFILTERED_PAGES } from '../query/page-links.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import { buildErrorView } from './error-view.ts';

/** Says errors in the look and the language of the pages. */
@Injectable()
export class HtmlErrorPage implements ErrorPage, OnModuleInit {
  constructor(
    private readonly pages: ErrorPages,
    private readonly renderer: PageRenderer,
  ) {}

  onModuleInit(): void {
    this.pages.use(this);
  }

  send({ status, request_id: id }: Problem, request: Request, response: Response): void {
    const reader = this.renderer.readerOf(request);
    const returnTo = toReturnPath(request.originalUrl);
    const { text } = reader.localization;
    const reference = text('error.reference', { id });
    const view = { ...buildErrorView(status, returnTo, text), reference };
    const links = { pages: UNFILTERED_PAGES, current: null, sources: [], dataLinks: [] };
    const shell = { title: view.title, returnTo, ...links };
    response.send(this.renderer.render(reader, { template: 'error', view, shell }, response));
  }
}
