import { at } from './rule.ts';

/** The statements of a policy document, written as JSON or as an object; none where there is no document. */
export const statementsOf = (policy: unknown): unknown[] => {
  const document: unknown = typeof policy === 'string' ? JSON.parse(policy) : policy;
  const statements = at(document, 'Statement');
  return Array.isArray(statements) ? statements : [statements];
};
