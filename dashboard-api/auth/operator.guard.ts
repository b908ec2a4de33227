import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ForbiddenException, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Issuer } from './issuer.ts';
import { requireOwnForm } from './own-forms.ts';
import { isOperator } from './visitor.ts';
import { Visitors } from './visitors.ts';

const CHANGES_NOTHING = ['GET', 'HEAD'];

/** Lets operators through and nobody else; what they do by session, from our own pages alone. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(
    private readonly visitors: Visitors,
    private readonly issuer: Issuer,
  ) {}

  /** @throws UnauthorizedException, ForbiddenException, DependencyError */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    response.vary('Authorization, Cookie');
    const visitor = await this.visitors.require(request, response);
    if (!isOperator(visitor)) throw new ForbiddenException('This needs the role operator.');
    const signIn = this.issuer.settings?.signIn;
    const isByForm = visitor.formToken !== null && !CHANGES_NOTHING.includes(request.method);
    if (isByForm && signIn !== undefined) requireOwnForm(request, visitor, signIn);
    return true;
  }
}
