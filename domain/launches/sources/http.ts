import type { Got, OptionsInit, RetryFunction } from 'got';
import { SpanKind } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import got, { HTTPError, RequestError } from 'got';
import { traced } from '../../telemetry/tracing.ts';
import type { LaunchSource } from '../keys.ts';
import type { Parsed } from '../schema.ts';
import type { SourceBudget } from './budget.ts';
import { OutOfBudgetError, SourceError } from './errors.ts';
import { SourceGuard } from './source-guard.ts';

export interface SourceHttpOptions {
  /** Longest one try may take, in milliseconds. */
  timeout: number;
  /** Tries after the first. */
  retries: number;
  /** Pause before the first retry in milliseconds; it doubles, with jitter. */
  backoff: number;
}

type SourceRequest = Pick<OptionsInit, 'method' | 'json' | 'headers'>;

export const SOURCE_HTTP_DEFAULTS: SourceHttpOptions = {
  timeout: 15_000,
  retries: 3,
  backoff: 500,
};

const CONNECT_TIMEOUT_MS = 5000;
const PASSING_STATUSES = [408, 429, 500, 502, 503, 504];

const secondsOf = (header: string | undefined): number | null => {
  if (header === undefined) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
};

/** Asks one source over HTTP: bounded tries, Retry-After honoured where it fits, every answer checked. */
export class SourceHttp {
  private readonly source: LaunchSource;
  private readonly http: Got;
  private readonly options: SourceHttpOptions;
  private readonly guard = new SourceGuard();

  constructor(source: LaunchSource, options: Partial<SourceHttpOptions> = {}) {
    this.source = source;
    this.options = { ...SOURCE_HTTP_DEFAULTS, ...options };
    this.http = got.extend({
      headers: { 'user-agent': 'spacex-dashboard', accept: 'application/json' },
      timeout: { connect: CONNECT_TIMEOUT_MS, request: this.options.timeout },
      responseType: 'json',
      maxRedirects: 3,
    });
  }

  /**
   * One call and its retries, in a span. After one that failed for good, and until one succeeds, there are no retries:
   * a source that is gone costs a run one call.
   * @param parse checks the answer's envelope
   * @throws SourceError when the source fails after all retries or answers something else;
   * OutOfBudgetError when the run's calls or time are spent
   */
  async request<T>(
    url: URL,
    init: SourceRequest,
    budget: SourceBudget,
    parse: (body: unknown) => Parsed<T>,
  ): Promise<T> {
    if (budget.isSpent) throw new OutOfBudgetError('No source calls or time left');
    const body = await this.guard.run((tries) => this.trace(url, init, tries, budget));
    const parsed = parse(body);
    if (!parsed.ok) throw new SourceError(this.source, `unexpected answer: ${parsed.reason}`);
    return parsed.value;
  }

  private trace(
    url: URL,
    init: SourceRequest,
    tries: 'one' | 'several',
    budget: SourceBudget,
  ): Promise<unknown> {
    const retries = tries === 'one' ? 0 : this.options.retries;
    return traced(`source ${this.source}`, spanOf(this.source, url, init), (span) =>
      this.send(url, init, retries, budget, span),
    );
  }

  private async send(
    url: URL,
    init: SourceRequest,
    retries: number,
    budget: SourceBudget,
    span: Span,
  ): Promise<unknown> {
    try {
      const { body, statusCode, retryCount } = await this.http<unknown>(url, {
        ...init,
        signal: budget.signal,
        retry: {
          limit: retries,
          enforceRetryRules: false,
          calculateDelay: this.delay(retries, budget),
        },
        hooks: {
          beforeRequest: [() => budget.countCall()],
          beforeRedirect: [() => refuseWhenSpent(budget)],
        },
      });
      describeAnswer(span, statusCode, retryCount);
      return body;
    } catch (error) {
      if (error instanceof RequestError) {
        describeAnswer(span, error.response?.statusCode, error.request?.retryCount);
      }
      if (budget.signal.aborted) throw new OutOfBudgetError('The time is up', { cause: error });
      throw this.failure(error);
    }
  }

  /** Milliseconds to the next try; 0 where there is none: not a passing fault, or nothing left to spend. */
  private delay(retries: number, budget: SourceBudget): RetryFunction {
    return ({ attemptCount, error }) => {
      if (attemptCount > retries || budget.isSpent || !isPassing(error)) return 0;
      const asked = retryAfterOf(error);
      const backoff = this.options.backoff * 2 ** (attemptCount - 1) * (0.5 + Math.random() / 2);
      const delay = Math.max(1, asked === null ? backoff : asked * 1000);
      return delay < budget.millisLeft ? delay : 0;
    };
  }

  private failure(error: unknown): SourceError {
    const status = error instanceof HTTPError ? error.response.statusCode : null;
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return new SourceError(
      this.source,
      status === null ? `no usable answer: ${message}` : `answered ${status}`,
      {
        cause: error,
        status,
        retryAfter: retryAfterOf(error),
      },
    );
  }
}

/** Nothing of the query: it varies with every run. */
const spanOf = (source: LaunchSource, url: URL, { method = 'GET' }: SourceRequest) => ({
  kind: SpanKind.CLIENT,
  attributes: {
    'launches.source': source,
    'http.request.method': method,
    'server.address': url.hostname,
    'url.path': url.pathname,
  },
});

const describeAnswer = (span: Span, status = 0, retries = 0): void => {
  if (status > 0) span.setAttribute('http.response.status_code', status);
  if (retries > 0) span.setAttribute('http.request.resend_count', retries);
};

/** A redirect is a call too. */
const refuseWhenSpent = (budget: SourceBudget): void => {
  if (budget.isSpent) throw new OutOfBudgetError('No source calls left to follow a redirect');
};

/** True for faults that another try may not meet: the network, time-outs, cut-off answers, busy servers. */
const isPassing = (error: RequestError): boolean =>
  error instanceof HTTPError ? PASSING_STATUSES.includes(error.response.statusCode) : true;

const retryAfterOf = (error: unknown): number | null =>
  error instanceof RequestError ? secondsOf(error.response?.headers['retry-after']) : null;
