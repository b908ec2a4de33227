import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Express, Request, RequestHandler, Response } from 'express';
import { Environment } from '../../config/environment.ts';
import { traceRequests } from '../../tracing/request-spans.ts';
import { Assets, assetPaths } from '../assets.ts';
import { limitRate } from '../limits/rate-limit.ts';
import { REQUEST_ID_HEADER, requestIdFor } from '../request-id.ts';
import { AccessLog } from './access-log.ts';
import { answerKey } from './answers/answer-key.ts';
import { PreparedAnswers } from './answers/prepared-answers.ts';
import { sendAnswer } from './answers/send-answer.ts';
import { asExpress } from './as-express.ts';
import { HeaderFields } from './header-fields.ts';

/**
 * Sends an answer behind the other requests that have come by now: answers that go out one right after the other wake
 * their readers once, where the same answers with work between them wake somebody each time, which takes as long.
 */
const sendSoon = (...args: Parameters<typeof sendAnswer>): void => {
  setImmediate(sendAnswer, ...args);
};

/**
 * What every request meets first, before any route is looked at: it gets an id, a line in the log and, with tracing, a
 * span; it is counted; and what was answered before is answered here.
 */
@Injectable()
export class Front {
  /** Where reading needs a sign-in, every answer is somebody's own. */
  private readonly keyOf: typeof answerKey;
  private readonly idOf: ReturnType<typeof requestIdFor>;
  private readonly trace: RequestHandler | null;
  private readonly limit: RequestHandler;
  private readonly refusals = new WeakMap<IncomingMessage, Error>();

  constructor(
    { trustedProxies, tracingEndpoint, requestsPerMinute, auth }: Environment,
    assets: Assets,
    private readonly log: AccessLog,
    private readonly answers: PreparedAnswers,
  ) {
    this.keyOf = auth.reading === 'sign-in' ? () => null : answerKey;
    this.idOf = requestIdFor(trustedProxies);
    this.trace = tracingEndpoint === undefined ? null : traceRequests(trustedProxies);
    this.limit = limitRate(requestsPerMinute, assetPaths(assets));
  }

  /** @param app answers what is not answered here */
  handle(incoming: IncomingMessage, outgoing: ServerResponse, app: Express): void {
    const [request, response] = asExpress(incoming, outgoing, app);
    request.id = this.idOf(request);
    this.log.follow(request, response);
    try {
      if (this.trace === null) this.count(request, response, app);
      else void this.trace(request, response, () => this.count(request, response, app));
    } catch (error) {
      this.refusals.set(request, error as Error);
      response.setHeader(REQUEST_ID_HEADER, request.id as string);
      app(request, response);
    }
  }

  /** Says what the front has against a request, where errors can be answered. */
  readonly refuse: RequestHandler = (request, _response, next) => next(this.refusals.get(request));

  private count(request: Request, response: Response, app: Express): void {
    const fields = new HeaderFields();
    fields.setHeader(REQUEST_ID_HEADER, String(request.id));
    void this.limit(request, fields as unknown as Response, (refusal?: unknown) => {
      if (refusal === undefined) return this.answer(request, response, fields, app);
      this.refusals.set(request, refusal as Error);
      fields.copyTo(response);
      app(request, response);
    });
  }

  private answer(request: Request, response: Response, fields: HeaderFields, app: Express): void {
    const key = this.keyOf(request);
    const ready = key === null ? null : this.answers.get(key, request);
    if (ready !== null) return sendSoon(ready, request, response, fields);
    fields.copyTo(response);
    if (key === null) return app(request, response);
    this.answers.prepare(key, request, response, (prepared) => {
      if (prepared === null) app(request, response);
      else sendAnswer(prepared, request, response, new HeaderFields());
    });
  }
}
