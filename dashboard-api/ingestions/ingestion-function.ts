import {
  InvokeCommand,
  LambdaClient,
  LambdaServiceException,
  TooManyRequestsException,
} from '@aws-sdk/client-lambda';
import type { OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { context, propagation } from '@opentelemetry/api';
import { Environment } from '../config/environment.ts';
import { DependencyError } from '../errors.ts';
import { DRAIN_MS } from '../http/server/connection-drain.ts';

/** An HTTP call ends after 25 s at the latest; the rest is for starting and for the way. */
const TIMEOUT_MS = 35_000;
/** How long an answer is still waited for when the process is told to stop: the rest is for telling the caller. */
const LAST_WAIT_MS = DRAIN_MS - 3_000;
/** What the SDK calls a wait that ended, by its own limit or by ours. */
const GAVE_UP = ['TimeoutError', 'AbortError'];
const NOT_HERE = 'Ingestion cannot be started from here.';

/** What the function answers over HTTP. */
export interface FunctionAnswer {
  statusCode: number;
  body: Readonly<Record<string, unknown>>;
}

/** Names the request in the function's log, and its trace where there is one. */
const headersOf = (requestId: string): Readonly<Record<string, string>> => {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  const { traceparent } = carrier;
  return { 'x-request-id': requestId, ...(traceparent === undefined ? {} : { traceparent }) };
};

/** An event of an HTTP API, payload 2.0: called that way the function answers in time, failures included. */
const eventOf = (fields: object, requestId: string): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      version: '2.0',
      routeKey: 'POST /fetch',
      headers: headersOf(requestId),
      requestContext: { http: { method: 'POST', path: '/fetch' } },
      body: JSON.stringify(fields),
      isBase64Encoded: false,
    }),
  );

const parseAnswer = (payload: Uint8Array | undefined): FunctionAnswer => {
  const { statusCode, body } = JSON.parse(Buffer.from(payload ?? []).toString('utf8')) as {
    statusCode: number;
    body: string;
  };
  return { statusCode, body: JSON.parse(body) as FunctionAnswer['body'] };
};

/** The function that collects launches, invoked over the Lambda API wherever that is. */
@Injectable()
export class IngestionFunction implements OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger(IngestionFunction.name);
  private readonly lastWait = new AbortController();
  private readonly client = new LambdaClient({
    // A second try would be a second run.
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: TIMEOUT_MS,
      connectionTimeout: 1000,
      throwOnRequestTimeout: true,
    },
  });

  constructor(private readonly environment: Environment) {}

  /**
   * Runs it and waits for its answer.
   * @param requestId of the request that it is run for
   * @throws DependencyError when there is no answer
   */
  async call(fields: object, requestId: string): Promise<FunctionAnswer> {
    const { ingestionFunction } = this.environment;
    if (ingestionFunction === undefined) throw new DependencyError(503, NOT_HERE);
    const { FunctionError, Payload } = await this.invoke(
      ingestionFunction,
      eventOf(fields, requestId),
    );
    if (FunctionError !== undefined) {
      throw this.failure(502, 'The ingestion failed.', new Error(FunctionError));
    }
    return parseAnswer(Payload);
  }

  onModuleDestroy(): void {
    setTimeout(() => this.lastWait.abort(), LAST_WAIT_MS).unref();
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private async invoke(name: string, event: Uint8Array) {
    const { signal: abortSignal } = this.lastWait;
    const command = new InvokeCommand({ FunctionName: name, Payload: event });
    try {
      return await this.client.send(command, { abortSignal });
    } catch (error) {
      if (GAVE_UP.includes((error as Error).name)) {
        throw this.failure(504, 'The ingestion did not answer in time; it may go on.', error);
      }
      if (error instanceof TooManyRequestsException) {
        throw this.failure(503, 'Too many ingestions are under way; try again later.', error);
      }
      throw this.failure(error instanceof LambdaServiceException ? 502 : 503, NOT_HERE, error);
    }
  }

  private failure(status: 502 | 503 | 504, message: string, cause: unknown): DependencyError {
    const { name, message: reason } = cause as Error;
    this.logger.error({ event: 'ingestion_not_started', error: name, reason });
    return new DependencyError(status, message, { cause });
  }
}
