import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { stateKey } from '../keys.ts';
import type { LaunchKey, LaunchSource } from '../keys.ts';
import type { Launch, LaunchSummary } from '../launch.ts';
import { parseLaunch, parseLaunchSummary } from '../launch.ts';
import type { Parsed } from '../schema.ts';
import type { SourceState } from '../state.ts';
import { parseState } from '../state.ts';
import type { BatchReadOptions } from './batches.ts';
import { getItems } from './batches.ts';
import type { LaunchTable } from './client.ts';
import { TableError, onTable } from './errors.ts';
import type { YearQuery } from './year-query.ts';
import { ofSummaries, yearQuery } from './year-query.ts';

/** Told of a stored item that is not a launch; it stays in the table and out of every answer. */
export type OnInvalid = (reason: string) => void;

/** Reads launches and state items. Every method throws {@link TableError} when the table fails. */
export class LaunchReader {
  private readonly table: LaunchTable;
  private readonly onInvalid: OnInvalid;

  constructor(table: LaunchTable, onInvalid: OnInvalid) {
    this.table = table;
    this.onInvalid = onInvalid;
  }

  /** The state of a source; null when nothing was ever ingested from it. One GetItem. */
  async getState(
    source: LaunchSource,
    options = { consistent: false },
  ): Promise<SourceState | null> {
    const { client, tableName } = this.table;
    const { Item } = await onTable('GetItem', () =>
      client.send(
        new GetCommand({
          TableName: tableName,
          Key: stateKey(source),
          ConsistentRead: options.consistent,
        }),
      ),
    );
    if (Item === undefined) return null;
    const parsed = parseState(Item);
    if (!parsed.ok)
      throw new TableError('GetItem', new Error(`state of ${source}: ${parsed.reason}`));
    return parsed.value;
  }

  /** Summaries of one UTC year of a source, oldest first; one Query a megabyte. */
  async getYear(source: LaunchSource, year: string): Promise<LaunchSummary[]> {
    const summaries: LaunchSummary[] = [];
    for await (const page of this.pages(ofSummaries(yearQuery(source, year)))) {
      summaries.push(...this.valid(page, parseLaunchSummary));
    }
    return summaries;
  }

  /** Whole launches of one UTC year of a source, in order of date, a page at a time. */
  async *launchesOfYear(
    source: LaunchSource,
    year: string,
    query: YearQuery = {},
  ): AsyncGenerator<Launch[]> {
    for await (const page of this.pages(yearQuery(source, year, query))) {
      yield this.valid(page, parseLaunch);
    }
  }

  /** Launches under the given distinct keys, in no particular order. */
  async getLaunches(
    keys: readonly LaunchKey[],
    options: BatchReadOptions = { consistent: false },
  ): Promise<Launch[]> {
    return this.valid(await getItems(this.table, keys, options), parseLaunch);
  }

  /** Every item of an id, oldest date first: one, or two while a move is under way. */
  async findById(id: string, options = { consistent: false }): Promise<Launch[]> {
    const query = {
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': id },
      ConsistentRead: options.consistent,
    };
    const found: Launch[] = [];
    for await (const page of this.pages(query)) found.push(...this.valid(page, parseLaunch));
    return found;
  }

  private async *pages(query: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<unknown[]> {
    const { client, tableName } = this.table;
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const input = { ...query, TableName: tableName, ExclusiveStartKey: start };
      const answer = await onTable('Query', () => client.send(new QueryCommand(input)));
      yield answer.Items ?? [];
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
  }

  private valid<T>(items: readonly unknown[], parse: (item: unknown) => Parsed<T>): T[] {
    return items.flatMap((item) => {
      const parsed = parse(item);
      if (parsed.ok) return [parsed.value];
      this.onInvalid(parsed.reason);
      return [];
    });
  }
}
