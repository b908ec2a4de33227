const EMPTY: Buffer = Buffer.alloc(0);
const HEAD_END = '\r\n\r\n';
const LINE_END = '\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;
const WITHOUT_BODY = [204, 304];

/** Finds where answers end, and looks at nothing else of them: what reads them must be cheaper than what sends them. */
export class AnswerReader {
  /** Of a head or of a chunk's first line, as long as its end is not there. */
  private part: Buffer = EMPTY;
  private status: number | null = null;
  private isChunked = false;
  private isLastChunk = false;
  /** Bytes of the body, or of a chunk with its line end, that are still to come. */
  private left = 0;

  /**
   * @param bytes as they come from a connection that has one answer under way
   * @returns the status of the answer once it is whole, else null
   */
  read(bytes: Buffer): number | null {
    const all = this.part.length === 0 ? bytes : Buffer.concat([this.part, bytes]);
    this.part = EMPTY;
    const body = this.status === null ? this.readHead(all) : all;
    if (body === null) return null;
    const isWhole = this.isChunked ? this.readChunks(body) : this.skip(body).length === 0;
    return isWhole && this.left === 0 ? this.end() : null;
  }

  private readHead(bytes: Buffer): Buffer | null {
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) {
      this.part = bytes;
      return null;
    }
    const head = bytes.toString('latin1', 0, end);
    this.status = Number(head.slice(9, 12));
    const length = LENGTH.exec(head);
    this.isChunked = length === null && CHUNKED.test(head);
    this.left = length === null || WITHOUT_BODY.includes(this.status) ? 0 : Number(length[1]);
    return bytes.subarray(end + HEAD_END.length);
  }

  /** @returns what comes after the bytes that are still to come */
  private skip(bytes: Buffer): Buffer {
    const skipped = Math.min(this.left, bytes.length);
    this.left -= skipped;
    return bytes.subarray(skipped);
  }

  /** @returns true when the last chunk was seen */
  private readChunks(bytes: Buffer): boolean {
    let rest = this.skip(bytes);
    while (rest.length > 0 && !this.isLastChunk) {
      const end = rest.indexOf(LINE_END);
      if (end < 0) {
        this.part = rest;
        return false;
      }
      const size = parseInt(rest.toString('latin1', 0, end), 16);
      this.isLastChunk = size === 0;
      this.left = size + LINE_END.length;
      rest = this.skip(rest.subarray(end + LINE_END.length));
    }
    return this.isLastChunk;
  }

  private end(): number {
    const status = this.status!;
    this.status = null;
    this.isChunked = false;
    this.isLastChunk = false;
    return status;
  }
}
