import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { LaunchCatalog } from '../../../launches/launch-catalog.ts';
import { isMarkedStale } from '../../freshness.interceptor.ts';
import { isTold } from './answer-key.ts';
import type { Answer } from './answer-store.ts';
import { AnswerStore } from './answer-store.ts';
import { isImmutable, sharedLifetime } from './cache-control.ts';
import { recordAnswer } from './record-answer.ts';
import { isEnough } from './send-answer.ts';

/** Longest that a request waits for another one like it, which may have a slow reader, and may do twice; milliseconds. */
const PATIENCE_MS = 500;

/** As long as fresh answers are kept: what they say of the time goes on. */
const STALE_LIFETIME_MS = 15_000;

type GoOn = (answer: Answer | null) => void;

const textOf = (response: ServerResponse, name: string): string =>
  String(response.getHeader(name) ?? '');

/**
 * Answers as bytes, kept for as long as their Cache-Control lets any cache keep them, and not beyond a
 * change of the data, or the table's going or coming back. Of requests that are alike and come together, one is worked on.
 */
@Injectable()
export class PreparedAnswers {
  private readonly store = new AnswerStore();
  private readonly underWay = new Map<string, Set<() => void>>();

  constructor(private readonly catalog: LaunchCatalog) {}

  /** Null where the request has to be worked on. */
  get(key: string, request: IncomingMessage): Answer | null {
    const answer = this.kept(key);
    return answer !== null && isEnough(answer, request) ? answer : null;
  }

  /**
   * Keeps the answer that a request is about to get, or waits for the one that another like it gets.
   * @param goOn told what is ready by then and is enough for the request; null: it is to be worked on
   */
  prepare(key: string, request: IncomingMessage, response: ServerResponse, goOn: GoOn): void {
    const settle = (): void => goOn(this.get(key, request));
    const begin = (told: () => void): void => {
      const waiting = this.underWay.get(key);
      if (waiting !== undefined) return this.wait(waiting, key, told, settle);
      this.record(key, request, response);
      goOn(null);
    };
    begin(() => (this.lacksBody(key, request) ? begin(settle) : settle()));
  }

  /** True where the request that was worked on held its answer: then one more is, and the others wait once more. */
  private lacksBody(key: string, request: IncomingMessage): boolean {
    const answer = this.kept(key);
    return answer !== null && !isEnough(answer, request);
  }

  private kept(key: string): Answer | null {
    return this.store.get(key, this.catalog.generation, Date.now());
  }

  private record(key: string, request: IncomingMessage, response: ServerResponse): void {
    const { generation } = this.catalog;
    const waiting = new Set<() => void>();
    this.underWay.set(key, waiting);
    recordAnswer(response, (answer) => {
      this.leave(key, waiting);
      if (answer !== null && isForAll(request, response))
        this.keep(key, answer, response, generation);
      for (const tell of waiting) tell();
    });
  }

  private keep(key: string, answer: Answer, response: ServerResponse, generation: number): void {
    const lifetime = lifetimeOf(response);
    if (lifetime === null) return;
    const now = Date.now();
    const isLasting = isImmutable(textOf(response, 'cache-control'));
    const kept = { expiresAt: now + lifetime, generation: isLasting ? null : generation };
    this.store.put(key, answer, kept, now);
  }

  private wait(waiting: Set<() => void>, key: string, told: () => void, tooLate: () => void): void {
    // Told in the course of another request, it goes on in that of its own.
    const tell = AsyncResource.bind(() => {
      clearTimeout(patience);
      told();
    });
    const patience = setTimeout(() => {
      waiting.delete(tell);
      this.leave(key, waiting);
      tooLate();
    }, PATIENCE_MS);
    waiting.add(tell);
  }

  /** From here on nobody waits for this answer; the next to ask for it is worked on. */
  private leave(key: string, waiting: Set<() => void>): void {
    if (this.underWay.get(key) === waiting) this.underWay.delete(key);
  }
}

/** While the table is gone no other cache may keep an answer; here it goes as soon as the table is back. */
const lifetimeOf = (response: ServerResponse): number | null =>
  isMarkedStale(response) ? STALE_LIFETIME_MS : sharedLifetime(textOf(response, 'cache-control'));

const isForAll = (request: IncomingMessage, response: ServerResponse): boolean =>
  [200, 304].includes(response.statusCode) &&
  !response.hasHeader('set-cookie') &&
  isTold(request, textOf(response, 'vary'));
