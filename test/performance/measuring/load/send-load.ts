import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../percentile.ts';
import { Connection } from './connection.ts';
import type { Load, LoadResult } from './load.ts';

const NUMBER = '{n}';
const PATIENCE_MS = 10_000;
const LOOK_MS = 1000;

/** Writes the requests in turn, whichever connection asks. */
const inTurn = ({ origin, requests, headers: common = {} }: Load): (() => string) => {
  const { host } = new URL(origin);
  const texts = requests.map(({ path, headers = {} }) => {
    const fields = Object.entries({ host, ...common, ...headers });
    const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`);
    return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  });
  let sent = 0;
  return () => {
    const text = texts[sent % texts.length]!;
    sent += 1;
    return text.includes(NUMBER) ? text.replaceAll(NUMBER, String(sent - 1)) : text;
  };
};

/** What came back so far. */
class Tally {
  readonly times: number[] = [];
  readonly statuses = new Map<number, number>();
  failures = 0;
  private readonly startedAt = performance.now();
  private lastAt = this.startedAt;

  add(status: number, time: number): void {
    this.times.push(time);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.lastAt = performance.now();
  }

  result(): LoadResult {
    const sorted = Float64Array.from(this.times).sort();
    return {
      answers: sorted.length,
      rate: sorted.length / ((this.lastAt - this.startedAt) / 1000),
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      max: percentile(sorted, 1),
      statuses: Object.fromEntries(this.statuses),
      failures: this.failures,
    };
  }
}

/** True as long as another request is to be sent; asked once for each. */
const untilEnough = ({ requests, seconds }: Load): (() => boolean) => {
  const endsAt = performance.now() + (seconds ?? Infinity) * 1000;
  let left = seconds === undefined ? requests.length : Infinity;
  return () => (left -= 1) >= 0 && performance.now() < endsAt;
};

/** Sends over one connection until it is enough. */
const keepSending = (
  load: Load,
  { next, goesOn, record }: { next: () => string; goesOn: () => boolean; record: Tally },
): { connection: Connection; done: Promise<void> } => {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const between = load.rate === undefined ? 0 : (load.connections / load.rate) * 1000;
  let due = performance.now() + Math.random() * between;
  const sendNext = (): void => {
    if (goesOn()) connection.send(next());
    else resolve();
  };
  const goOn = (): void => {
    due += between;
    const pause = due - performance.now();
    if (between === 0 || pause <= 0) sendNext();
    else void sleep(pause).then(sendNext);
  };
  const connection = new Connection(Number(new URL(load.origin).port), {
    answered: (status, time) => {
      record.add(status, time);
      goOn();
    },
    failed: () => {
      record.failures += 1;
      goOn();
    },
  });
  goOn();
  return { connection, done };
};

/** Sends a load from this process, and waits for the last of its answers. */
export const sendLoad = async (load: Load): Promise<LoadResult> => {
  const record = new Tally();
  const shared = { next: inTurn(load), goesOn: untilEnough(load), record };
  const senders = Array.from({ length: load.connections }, () => keepSending(load, shared));
  const patience = setInterval(() => {
    const instant = performance.now() - PATIENCE_MS;
    for (const { connection } of senders) connection.giveUpBefore(instant);
  }, LOOK_MS);
  await Promise.all(senders.map(({ done }) => done));
  clearInterval(patience);
  for (const { connection } of senders) connection.close();
  return record.result();
};
