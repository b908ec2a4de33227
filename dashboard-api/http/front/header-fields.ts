import type { ServerResponse } from 'node:http';

/** Header fields that are set before it is known what answers the request. */
export class HeaderFields {
  /** As whatever sets header fields asks an answer. */
  readonly headersSent = false;
  /** Names and values by turns, which Node writes faster than fields that are set one by one. */
  readonly list: string[] = [];

  setHeader(name: string, value: string): void {
    this.list.push(name, value);
  }

  /** As Express answers call it. */
  append(name: string, value: string): void {
    this.setHeader(name, value);
  }

  copyTo(response: ServerResponse): void {
    for (let at = 0; at < this.list.length; at += 2) {
      response.setHeader(this.list[at]!, this.list[at + 1]!);
    }
  }
}
