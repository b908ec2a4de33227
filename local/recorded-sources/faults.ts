import * as z from 'zod/mini';
import { parseWith } from '../../domain/launches/schema.ts';

const MAX_DELAY_MS = 600_000;
const count = (minimum: number) => z.int().check(z.minimum(minimum));

const faultSchema = z.strictObject({
  times: z.optional(count(1)),
  delay_ms: z.optional(count(0).check(z.maximum(MAX_DELAY_MS))),
  status: z.optional(count(400).check(z.maximum(599))),
  retry_after: z.optional(z.union([count(0), z.string()])),
  cut_off: z.optional(z.enum(['json', 'connection'])),
  not_json: z.optional(z.boolean()),
  wrong_types: z.optional(z.union([z.literal('all'), z.array(count(0))])),
  unknown_field: z.optional(z.boolean()),
  wrong_envelope: z.optional(z.boolean()),
  no_documents: z.optional(z.boolean()),
});

/**
 * One way to misbehave; its fields combine.
 * - `times`: calls it lasts for (without it, until the faults are set anew)
 * - `delay_ms`: milliseconds before the answer
 * - `status`: an error status instead of the answer; `retry_after` goes into the header, as seconds or an HTTP date
 * - `cut_off`: `json` ends the text halfway under a matching Content-Length; `connection` drops the socket halfway
 * - `not_json`: an HTML page under status 200
 * - `wrong_types`: documents whose fields have another type: all of them, or these positions of the page (from 0)
 * - `unknown_field`: a field no client knows, in the envelope and in every document
 * - `wrong_envelope`: the documents are there, but not where they belong
 * - `no_documents`: the envelope counts documents and holds none
 *
 * A fault with `times` alone lets that many calls pass.
 */
export type Fault = z.infer<typeof faultSchema>;

const settingsSchema = z.strictObject({ faults: z.array(faultSchema) });

/** Faults that cannot be carried out; the message names each wrong field. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

/** The faults of a server, used up one after the other. */
export class FaultPlan {
  #current: { fault: Fault; left: number }[] = [];

  /**
   * Replaces what was planned; an empty list ends the misbehaviour.
   * @param settings `{faults: Fault[]}`
   * @throws FaultError when it is anything else
   */
  set(settings: unknown): void {
    const parsed = parseWith(settingsSchema, settings);
    if (!parsed.ok) throw new FaultError(parsed.reason);
    this.#current = parsed.value.faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** The fault of the next call; an empty one when all are used up. */
  take(): Fault {
    const [first] = this.#current;
    if (!first) return {};
    first.left -= 1;
    if (first.left === 0) this.#current.shift();
    return first.fault;
  }
}
