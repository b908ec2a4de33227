import { createHash } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB sends it: numbers are still text, so that none is rounded. */
export type RawItem = Record<string, AttributeValue>;

/** Members of sets and of maps come in any order; those of lists do not. */
const canonical = (value: unknown, key = ''): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) {
    const members = value.map((member) => canonical(member));
    return ['SS', 'NS', 'BS'].includes(key) ? members.sort() : members;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, member]) => [name, canonical(member, name)]);
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of an item, the same however its attributes are ordered. */
export const itemDigest = (item: RawItem): string => sha256(JSON.stringify(canonical(item)));

/** SHA-256 of many items' digests, the same however the items are ordered. */
export const checksum = (digests: Iterable<string>): string =>
  sha256([...digests].sort().join('\n'));
