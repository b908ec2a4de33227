import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';

export type Query = Omit<QueryCommandInput, 'TableName'>;
/** Behind which item a page begins. */
export type Position = QueryCommandInput['ExclusiveStartKey'];
/** `next` is where the page after it begins; undefined on the last one. */
export type Page<T> = { items: T[]; next: Position };

/** All pages there are, each read when it is asked for. */
export async function* pagesOf<T>(
  read: (start: Position) => Promise<Page<T>>,
  from?: Position,
): AsyncGenerator<T[]> {
  let start = from;
  do {
    const { items, next } = await read(start);
    yield items;
    start = next;
  } while (start !== undefined);
}
