import {
  BadRequestException,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Issuer } from '../../auth/issuer.ts';
import { requireOwnForm } from '../../auth/own-forms.ts';
import { SealedCookie } from '../../auth/session/sealed-cookie.ts';
import { Sessions } from '../../auth/session/sessions.ts';
import type { Attempt, SignInSettings } from '../../auth/sign-in/sign-in.service.ts';
import { SignInService } from '../../auth/sign-in/sign-in.service.ts';
import { Visitors } from '../../auth/visitors.ts';
import { toReturnPath } from '../../http/return-path.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import { signedOutContent } from './signed-out-page.ts';

/** Longest somebody may take at the issuer. */
const ATTEMPT_SECONDS = 600;
/** Browsers drop a cookie of more than 4,096 characters: sealed, this and what is beside it stay under that. */
const MAX_RETURN_LENGTH = 2000;

/** Signing in and out, for people; there are no such pages where nobody can. */
@ApiExcludeController()
@Controller()
export class SignInController {
  private readonly attempts: SealedCookie<Attempt> | undefined;

  constructor(
    private readonly issuer: Issuer,
    private readonly service: SignInService,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly renderer: PageRenderer,
  ) {
    const signIn = issuer.settings?.signIn;
    this.attempts = signIn && new SealedCookie('sign-in', ATTEMPT_SECONDS, signIn);
  }

  @Get('sign-in')
  async start(
    @Query('return_to') returnTo: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const settings = this.settings();
    const here = originOf(request, settings);
    const back = toReturnPath(returnTo, MAX_RETURN_LENGTH);
    const { location, attempt } = await this.service.begin(settings, here, back);
    await this.attempts?.write(response, attempt);
    goTo(response, location.href);
  }

  /** Where the issuer sends the browser back to. */
  @Get('sign-in/callback')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const settings = this.settings();
    const attempt = await this.attempts?.read(request);
    this.attempts?.clear(response);
    if (attempt == null) throw new BadRequestException('No sign-in is under way; start again.');
    const callback = new URL(request.originalUrl, originOf(request, settings));
    const person = await this.service.complete(settings, callback, attempt);
    await this.sessions.begin(response, person);
    goTo(response, attempt.returnTo);
  }

  /** Ends the session here, and then the one at the issuer where it says how. */
  @Post('sign-out')
  @HttpCode(200)
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    const settings = this.settings();
    const person = this.visitors.certainPerson(request);
    if (person === null) return goTo(response, '/');
    requireOwnForm(request, person, settings.signIn);
    await this.sessions.end(request, response);
    this.visitors.forget(request);
    const place = await this.service.endOfSession(settings, originOf(request, settings));
    if (place === null) return goTo(response, '/');
    this.leave(request, response, place.href);
  }

  /** A page that goes on by itself: no form of ours may end up at another site (CSP `form-action`). */
  private leave(request: Request, response: Response, place: string): void {
    const reader = this.renderer.readerOf(request);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Refresh', `0; url=${place}`);
    const content = signedOutContent(place, reader.localization.text);
    response.send(this.renderer.render(reader, content, response));
  }

  private settings(): SignInSettings {
    const { settings } = this.issuer;
    if (settings?.signIn === undefined) throw new NotFoundException('Nobody signs in here.');
    return { ...settings, signIn: settings.signIn };
  }
}

/** The address of this site that the browser used, of those it has: a cookie set there comes back there alone. */
const originOf = ({ headers }: Request, { signIn: { origins } }: SignInSettings): URL =>
  origins.find(({ host }) => host === headers.host) ?? origins[0];

const goTo = (response: Response, place: string): void => {
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(303, place);
};
