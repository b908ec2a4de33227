import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Logger } from '@nestjs/common';
import type { BulkheadPolicy } from 'cockatiel';
import {
  BulkheadRejectedError,
  ConsecutiveBreaker,
  bulkhead,
  circuitBreaker,
  handleAll,
  wrap,
} from 'cockatiel';
import type { TableError } from '../../domain/launches/repository/errors.ts';

/** Operations under way and waiting; the SDK has 50 connections for all of them. */
const LOADS = { atOnce: 40, waiting: 1000 };
/** State items are read to see whether the table is there at all: they do not wait behind loads. */
const STATES = { atOnce: 8, waiting: 64 };

/** Failures in a row, each after the SDK's own retries, that an outage begins with. */
const FAILURES = 2;
/** Shorter than the pause between two refreshes, so that each of them may find the table again. */
const OPEN_MS = 1_000;

const logger = new Logger('TableGuard');

/** True for what was turned away because too much is under way: the table is there. */
export const isTurnedAway = ({ cause }: TableError): boolean =>
  cause instanceof BulkheadRejectedError;

const compartment = ({ atOnce, waiting }: typeof LOADS): BulkheadPolicy =>
  bulkhead(atOnce, waiting);

/**
 * Puts a circuit breaker and bulkheads round every operation of a client: a table that is gone is not waited for by
 * each caller anew, and whoever loads much keeps nobody from what is small.
 */
export const guardTable = (client: DynamoDBDocumentClient): DynamoDBDocumentClient => {
  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: OPEN_MS,
  });
  breaker.onBreak(() => logger.warn({ event: 'table_circuit', state: 'open' }));
  breaker.onReset(() => logger.log({ event: 'table_circuit', state: 'closed' }));
  const loads = wrap(compartment(LOADS), breaker);
  const states = wrap(compartment(STATES), breaker);
  client.middlewareStack.add(
    (next, { commandName }) => {
      const policy = commandName === 'GetItemCommand' ? states : loads;
      return (args) => policy.execute(() => next(args));
    },
    { step: 'initialize', priority: 'high', name: 'tableGuard' },
  );
  return client;
};
