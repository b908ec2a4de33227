import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { traced } from '../../../domain/telemetry/tracing.ts';
import type { Visitor } from '../../auth/visitor.ts';
import { Visitors } from '../../auth/visitors.ts';
import { Environment } from '../../config/environment.ts';
import { Assets } from '../../http/assets.ts';
import type { Localization, Localizations } from '../language/localization.ts';
import { loadLocalizations } from '../language/localization.ts';
import type { Theme } from '../preferences/preferences.ts';
import { readPreferences } from '../preferences/preferences.ts';
import type { ShellInput } from './shell.ts';
import { buildShell } from './shell.ts';
import type { RenderTemplate } from './templates.ts';
import { loadTemplates } from './templates.ts';

/** Who a page is for. */
export interface Reader {
  localization: Localization;
  theme: Theme | null;
  /** Who is signed in: null nobody, undefined where nobody can. */
  visitor: Visitor | null | undefined;
}

/** A page: the name of its template, what goes into it and into the frame round it. */
export interface PageContent {
  template:
    | 'overview'
    | 'launches'
    | 'launch'
    | 'data'
    | 'api-docs'
    | 'operations'
    | 'signed-out'
    | 'error';
  view: object;
  shell: Omit<ShellInput, keyof Reader | 'language'>;
}

/** Templates and words of the pages, read once at the start. */
@Injectable()
export class PageRenderer {
  private readonly localizations: Localizations;
  private readonly renderTemplate: RenderTemplate;
  private readonly canSignIn: boolean;

  /** @throws when the views are not built */
  constructor(
    { viewsDir, auth }: Environment,
    private readonly assets: Assets,
    private readonly visitors: Visitors,
  ) {
    this.canSignIn = auth.issuer?.signIn !== undefined;
    this.localizations = loadLocalizations(viewsDir);
    this.renderTemplate = loadTemplates(viewsDir);
  }

  readerOf(request: Request): Reader {
    const { language, theme } = readPreferences(request);
    const visitor = this.canSignIn ? this.visitors.person(request) : undefined;
    return { localization: this.localizations[language], theme, visitor };
  }

  /** HTML of a page; also says in the answer's headers what the HTML depends on. */
  render(reader: Reader, content: PageContent, response: Response): string {
    const { localization, theme, visitor } = reader;
    const { language, text } = localization;
    const shell = buildShell({ ...content.shell, language, theme, visitor }, this.assets, text);
    response.vary('Accept-Language, Cookie');
    response.setHeader('Content-Language', language);
    response.type('html');
    const { template, view } = content;
    return traced('render', { attributes: { 'page.template': template } }, () =>
      this.renderTemplate(template, { text, shell, page: view }),
    );
  }
}
