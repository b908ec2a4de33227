import * as z from 'zod/mini';
import { en } from 'zod/locales';

// zod/mini comes without messages; a rejected document must say what is wrong with it.
z.config(en());

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: string };

const MAX_ISSUES = 5;

type Issue = z.core.$ZodIssue;

const explain = (issue: Issue): string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => `${key}: unknown field`)
    : [`${issue.path.map(String).join('.') || 'document'}: ${issue.message}`];

const describe = (issues: readonly Issue[]): string =>
  issues.flatMap(explain).slice(0, MAX_ISSUES).join('; ');

/**
 * Checks a value against a schema without throwing.
 * @returns the parsed value, or a reason naming each wrong field (the first five)
 */
export const parseWith = <T>(schema: z.ZodMiniType<T>, input: unknown): Parsed<T> => {
  const result = schema.safeParse(input);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, reason: describe(result.error.issues) };
};
