import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Logger } from '@nestjs/common';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  CircuitState,
  ConsecutiveBreaker,
  bulkhead,
  circuitBreaker,
  handleAll,
} from 'cockatiel';
import { TableError } from '../../domain/launches/repository/errors.ts';

/** Operations under way and waiting; the SDK has 50 connections for all of them. */
const LOADS = { atOnce: 40, waiting: 1000 };
/** State items are read to see whether the table is there at all: they do not wait behind loads. */
const STATES = { atOnce: 8, waiting: 64 };
const STATE_READ = 'GetItemCommand';

/** Failures in a row, each after the SDK's own retries, that an outage begins with. */
const FAILURES = 2;

type Run<T> = () => Promise<T>;

/** True for what was turned away because too much is under way: the table is there. */
export const isTurnedAway = ({ cause }: Error): boolean => cause instanceof BulkheadRejectedError;

/**
 * A circuit breaker and bulkheads round every operation on the table: one that is gone is not waited for by each caller
 * anew, and whoever loads much keeps nobody from what is small. While the circuit is open, nothing but the
 * state items that are polled is read; the first of them that comes closes it.
 */
export class TableGuard {
  private readonly logger = new Logger(TableGuard.name);
  private readonly loads = bulkhead(LOADS.atOnce, LOADS.waiting);
  private readonly states = bulkhead(STATES.atOnce, STATES.waiting);
  private readonly breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(FAILURES),
    // How often it is tried is for who polls to say.
    halfOpenAfter: 0,
  });

  constructor() {
    this.breaker.onBreak(() => this.logger.warn({ event: 'table_circuit', circuit: 'open' }));
    this.breaker.onReset(() => this.logger.log({ event: 'table_circuit', circuit: 'closed' }));
  }

  /** @throws TableError while the table is known to be gone */
  assertClosed(): void {
    if (this.breaker.state !== CircuitState.Closed) {
      throw new TableError('any operation', new BrokenCircuitError());
    }
  }

  /** Puts this round all that a client sends. */
  protect(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          commandName === STATE_READ
            ? this.readState(() => next(args))
            : this.load(() => next(args)),
      { step: 'initialize', priority: 'high', name: 'tableGuard' },
    );
    return client;
  }

  private readState<T>(run: Run<T>): Promise<T> {
    return this.states.execute(() => this.breaker.execute(run));
  }

  private load<T>(run: Run<T>): Promise<T> {
    return this.loads.execute(() => {
      this.assertClosed();
      return this.breaker.execute(run);
    });
  }
}
