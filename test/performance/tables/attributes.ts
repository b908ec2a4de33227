/** A value as DynamoDB's JSON has it: its type, and beside it the value. */
export type Attribute = Record<string, unknown>;

/** @throws TypeError for what no launch holds */
const attributeOf = (value: unknown): Attribute => {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value === 'object') return { M: attributesOf(value) };
  throw new TypeError(`No attribute can be ${typeof value}`);
};

/** An item as it is sent to DynamoDB, and as dynalite stores it. */
export const attributesOf = (item: object): Record<string, Attribute> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeOf(value)]));
