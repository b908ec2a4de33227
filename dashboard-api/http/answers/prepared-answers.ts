import type { NestMiddleware } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { LaunchCatalog } from '../../launches/launch-catalog.ts';
import { answerKey, isTold } from './answer-key.ts';
import type { Answer } from './answer-store.ts';
import { AnswerStore } from './answer-store.ts';
import { isImmutable, sharedLifetime } from './cache-control.ts';
import { recordAnswer } from './record-answer.ts';

/** Longest that a request waits for the answer to another one like it, which may have a slow reader; milliseconds. */
const PATIENCE_MS = 500;

type Waiting = (() => void)[];

const send = ({ headers, body }: Answer, request: Request, response: Response): void => {
  for (const [name, value] of headers) response.setHeader(name, value);
  if (request.fresh) {
    for (const name of ['Content-Type', 'Content-Encoding']) response.removeHeader(name);
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Length', body.length);
  response.end(body);
};

/**
 * Sends again what was answered before, as bytes: for as long as its Cache-Control lets any cache keep it, and no
 * longer than the data are the same. Of requests that are alike and come together, one is worked on.
 */
@Injectable()
export class PreparedAnswers implements NestMiddleware {
  private readonly store = new AnswerStore();
  private readonly underWay = new Map<string, Waiting>();

  constructor(private readonly catalog: LaunchCatalog) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const key = answerKey(request);
    if (key === null) return next();
    const answer = this.store.get(key, this.catalog.generation, Date.now());
    if (answer !== null) return send(answer, request, response);
    const waiting = this.underWay.get(key);
    if (waiting !== undefined) return this.wait(waiting, key, { request, response, next });
    this.prepare(key, request, response);
    next();
  }

  private prepare(key: string, request: Request, response: Response): void {
    const { generation } = this.catalog;
    const waiting: Waiting = [];
    this.underWay.set(key, waiting);
    recordAnswer(response, (answer) => {
      this.underWay.delete(key);
      if (answer !== null && response.statusCode === 200) {
        this.keep(key, answer, generation, { request, response });
      }
      for (const goOn of waiting) goOn();
    });
  }

  private keep(
    key: string,
    answer: Answer,
    generation: number,
    { request, response }: { request: Request; response: Response },
  ): void {
    const caching = String(response.getHeader('Cache-Control') ?? '');
    const lifetime = sharedLifetime(caching);
    const isSafe = !response.hasHeader('Set-Cookie') && isTold(request, response.get('Vary') ?? '');
    if (lifetime === null || !isSafe) return;
    this.store.put(key, answer, {
      expiresAt: Date.now() + lifetime,
      generation: isImmutable(caching) ? null : generation,
    });
  }

  private wait(
    waiting: Waiting,
    key: string,
    { request, response, next }: { request: Request; response: Response; next: NextFunction },
  ): void {
    const goOn = (): void => {
      clearTimeout(tooLate);
      const answer = this.store.get(key, this.catalog.generation, Date.now());
      if (answer === null) next();
      else send(answer, request, response);
    };
    const tooLate = setTimeout(() => {
      waiting.splice(waiting.indexOf(goOn), 1);
      next();
    }, PATIENCE_MS);
    waiting.push(goOn);
  }
}
