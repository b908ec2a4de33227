import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpStatus, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { errorFields } from '../../domain/telemetry/error-fields.ts';
import { ErrorPages } from './error-pages.ts';
import type { Problem } from './problem.ts';
import { PROBLEM_TYPE, toProblem } from './problem.ts';
import { requestIdOf } from './request-id.ts';

const UNEXPECTED: number = HttpStatus.INTERNAL_SERVER_ERROR;
const UNAVAILABLE: number = HttpStatus.SERVICE_UNAVAILABLE;
const RETRY_AFTER_SECONDS = '5';

/** Turns every error into a problem (RFC 9457), or into a page where a person asked. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly pages: ErrorPages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const problem = toProblem(error, requestIdOf(response));
    // An outage is logged once, by what polls the table.
    if (problem.status === UNEXPECTED) this.report(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    prepare(response, problem);
    await this.send(problem, request, response);
  }

  private async send(problem: Problem, request: Request, response: Response): Promise<void> {
    try {
      const page = this.pages.pageFor(request);
      if (page !== null) return await page.send(problem, request, response);
    } catch (error) {
      this.report(error);
    }
    response.type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }

  private report(error: unknown): void {
    this.logger.error({ event: 'request_failed', ...errorFields(error, { stack: true }) });
  }
}

/** Nothing that was set for the answer that failed may describe the problem. */
const prepare = (response: Response, { status }: Problem): void => {
  for (const header of ['Content-Disposition', 'Content-Type', 'ETag']) {
    response.removeHeader(header);
  }
  response.status(status).setHeader('Cache-Control', 'no-store');
  if (status === UNAVAILABLE) {
    response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  }
};
