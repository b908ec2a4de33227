import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Problem } from './problem.ts';

/** Answers a person with a page that says what a problem says; the status is set already. */
export interface ErrorPage {
  send(problem: Problem, request: Request, response: Response): void | Promise<void>;
}

/** Paths for programs: their errors are problems, whatever the caller accepts. */
const FOR_PROGRAMS = /^\/(api|docs-json|health|liveness|readiness)(\/|$)/;

/** Where the pages say how an error looks to a person; without that, every error is a problem. */
@Injectable()
export class ErrorPages {
  private page: ErrorPage | null = null;

  use(page: ErrorPage): void {
    this.page = page;
  }

  /** The page to answer a request's error with; null when it is to be a problem. */
  pageFor(request: Request): ErrorPage | null {
    const path = request.originalUrl.split('?')[0]!.toLowerCase();
    if (FOR_PROGRAMS.test(path)) return null;
    return request.accepts(['html', 'json']) === 'html' ? this.page : null;
  }
}
