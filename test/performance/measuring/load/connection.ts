import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { AnswerReader } from './answer-reader.ts';

/** What is told of a connection's requests; times are milliseconds. */
export interface Outcome {
  answered: (status: number, time: number) => void;
  /** It broke under way, or took too long. */
  failed: () => void;
}

/** A connection that is kept, and made anew when it is gone; one request at a time. */
export class Connection {
  private socket: Socket | null = null;
  private reader = new AnswerReader();
  private sentAt: number | null = null;
  private readonly port: number;
  private readonly outcome: Outcome;

  constructor(port: number, outcome: Outcome) {
    this.port = port;
    this.outcome = outcome;
  }

  /** @param request as it is written */
  send(request: string): void {
    this.socket ??= this.open();
    this.sentAt = performance.now();
    this.socket.write(request, 'latin1');
  }

  /** Gives up a request that was sent before an instant of performance.now(). */
  giveUpBefore(instant: number): void {
    if (this.sentAt !== null && this.sentAt < instant) this.socket?.destroy();
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    this.reader = new AnswerReader();
    socket.on('data', (bytes: Buffer) => this.read(bytes));
    // Told when it closes.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.socket = null;
      const wasAsked = this.sentAt !== null;
      this.sentAt = null;
      if (wasAsked) this.outcome.failed();
    });
    return socket;
  }

  private read(bytes: Buffer): void {
    const status = this.reader.read(bytes);
    if (status === null || this.sentAt === null) return;
    const time = performance.now() - this.sentAt;
    this.sentAt = null;
    this.outcome.answered(status, time);
  }
}
