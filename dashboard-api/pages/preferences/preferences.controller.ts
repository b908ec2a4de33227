import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import { Environment } from '../../config/environment.ts';
import { toReturnPath } from '../../http/return-path.ts';
import { isLanguage } from '../language/languages.ts';
import { isTheme } from './preferences.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

const cookieOptions = (secure: boolean): CookieOptions => ({
  path: '/',
  maxAge: YEAR_MS,
  httpOnly: true,
  sameSite: 'lax',
  secure,
});

@ApiExcludeController()
@Controller('preferences')
export class PreferencesController {
  constructor(private readonly environment: Environment) {}

  /** Remembers a language or a theme and goes back; what is neither is ignored. */
  @Get()
  remember(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res() response: Response,
  ): void {
    const { language, theme, return_to: returnTo } = query;
    const options = cookieOptions(this.environment.behindTls || request.secure);
    if (isLanguage(language)) response.cookie('language', language, options);
    if (isTheme(theme)) response.cookie('theme', theme, options);
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, toReturnPath(returnTo));
  }
}
