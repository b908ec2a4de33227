import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from '../../../../dashboard-api/http/front/answers/answer-store.ts';
import { LARGEST_BODY } from '../../../../dashboard-api/http/front/answers/answer-store.ts';
import { PreparedAnswers } from '../../../../dashboard-api/http/front/answers/prepared-answers.ts';
import type { LaunchCatalog } from '../../../../dashboard-api/launches/launch-catalog.ts';

const KEY = 'alike';
const TAG = '"tag"';
const PATIENCE_MS = 500;

/** A request that is alike to all others, what it was told so far, and how it is answered. */
interface Exchange {
  told: (Answer | null)[];
  end: (status: number, body?: string) => void;
}

describe('requests that come while another one like them is worked on', () => {
  let answers: PreparedAnswers;
  beforeEach(() => {
    jest.useFakeTimers();
    answers = new PreparedAnswers({ generation: 0 } as LaunchCatalog);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const ask = (held?: string): Exchange => {
    const request = new IncomingMessage(new Socket());
    if (held !== undefined) request.headers['if-none-match'] = held;
    const response = new ServerResponse(request);
    const told: Exchange['told'] = [];
    answers.prepare(KEY, request, response, (answer) => told.push(answer));
    const end = (status: number, body?: string): void => {
      response.statusCode = status;
      response.setHeader('ETag', TAG);
      response.setHeader('Cache-Control', 'public, max-age=15');
      response.end(body);
    };
    return { told, end };
  };

  const worked = (exchanges: readonly Exchange[]): number =>
    exchanges.filter(({ told }) => told.length === 1 && told[0] === null).length;
  const sent = (exchanges: readonly Exchange[]): number =>
    exchanges.filter(({ told }) => told.length === 1 && told[0]?.body !== undefined).length;

  it('are sent its answer', () => {
    const first = ask();
    const others = [ask(), ask(TAG)];
    expect([worked([first]), worked(others)]).toEqual([1, 0]);
    first.end(200, 'body');
    expect(sent(others)).toBe(2);
  });

  it('are sent that of one more where the first held it', () => {
    const first = ask(TAG);
    const others = [ask(), ask(TAG), ask(), ask()];
    first.end(304);
    expect([worked(others), sent(others)]).toEqual([1, 1]);
    others[0]!.end(200, 'body');
    expect([worked(others), sent(others)]).toEqual([1, 3]);
  });

  it('wait no third time where that one cannot be sent again', () => {
    const first = ask(TAG);
    const others = [ask(), ask(), ask(), ask()];
    first.end(304);
    others[0]!.end(200, 'x'.repeat(LARGEST_BODY + 1));
    expect(worked(others)).toBe(4);
  });

  it('are all worked on once they have waited for long', () => {
    ask();
    const others = [ask(), ask(), ask()];
    jest.advanceTimersByTime(PATIENCE_MS - 1);
    expect(worked(others)).toBe(0);
    jest.advanceTimersByTime(1);
    expect(worked(others)).toBe(3);
  });

  it('are worked on where the first one meets an error', () => {
    const first = ask();
    const others = [ask(), ask()];
    first.end(500, 'no');
    expect(worked(others)).toBe(2);
  });
});
