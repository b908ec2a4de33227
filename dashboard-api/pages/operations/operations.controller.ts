import {
  Controller,
  Get,
  HttpCode,
  HttpException,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OperatorGuard } from '../../auth/operator.guard.ts';
import { Visitors } from '../../auth/visitors.ts';
import { DependencyError, InvalidParametersError } from '../../errors.ts';
import { toProblem } from '../../http/problem.ts';
import { requestIdOf } from '../../http/request-id.ts';
import { IngestionsService } from '../../ingestions/ingestions.service.ts';
import { OPERATIONS_PATH } from '../rendering/account.ts';
import { PageRenderer } from '../rendering/page-renderer.ts';
import { plainShell } from '../rendering/plain-page.ts';
import { callOf, fieldsOf, kindOf } from './ingestion-form.ts';
import type { OperationsInput, Outcome } from './operations-page.ts';
import { buildOperations } from './operations-page.ts';

/** Errors that are an answer to the form; others end in an error page. */
const isAnswer = (error: unknown): boolean =>
  error instanceof InvalidParametersError ||
  error instanceof DependencyError ||
  error instanceof HttpException;

/** Runs of ingestion and a form to start one, for operators. */
@ApiExcludeController()
@UseGuards(OperatorGuard)
@Controller(OPERATIONS_PATH)
export class OperationsController {
  constructor(
    private readonly ingestions: IngestionsService,
    private readonly visitors: Visitors,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  show(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.render(null, request, response);
  }

  @Post()
  @HttpCode(200)
  async ingest(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const fields = fieldsOf(request.body);
    const outcome = await this.start(fields, response);
    return this.render({ fields, kind: kindOf(fields), outcome }, request, response);
  }

  private async start(
    fields: Readonly<Record<string, string>>,
    response: Response,
  ): Promise<Outcome> {
    const requestId = requestIdOf(response);
    try {
      return { kind: 'done', result: await this.ingestions.start(callOf(fields), requestId) };
    } catch (error) {
      if (!isAnswer(error)) throw error;
      const { status, errors = [] } = toProblem(error, requestId);
      response.status(status);
      return { kind: 'failed', status, fields: errors.map(({ field }) => field) };
    }
  }

  private async render(
    sent: OperationsInput['sent'],
    request: Request,
    response: Response,
  ): Promise<string> {
    const reader = this.renderer.readerOf(request);
    const formToken = this.visitors.person(request)?.formToken ?? '';
    const sources = await this.ingestions.runs();
    const view = buildOperations({ sources, formToken, sent }, reader.localization);
    const shell = plainShell(view.title, OPERATIONS_PATH);
    response.setHeader('Cache-Control', 'private, no-store');
    return this.renderer.render(reader, { template: 'operations', view, shell }, response);
  }
}
