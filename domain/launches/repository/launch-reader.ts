import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { SORT_KEY, stateKey } from '../keys.ts';
import type { LaunchKey, LaunchSource } from '../keys.ts';
import type { Launch, LaunchSummary } from '../launch.ts';
import { parseLaunch, parseLaunchSummary } from '../launch.ts';
import type { Parsed } from '../schema.ts';
import type { SourceState } from '../state.ts';
import { SummaryPool } from '../summary-pool.ts';
import { parseState } from '../state.ts';
import type { BatchReadOptions } from './batches.ts';
import { getItems } from './batches.ts';
import type { LaunchTable } from './client.ts';
import { TableError, onTable } from './errors.ts';
import type { Page, Position, Query } from './pages.ts';
import { pagesOf } from './pages.ts';
import { Slots } from './slots.ts';
import type { YearQuery } from './year-query.ts';
import { ofSummaries, spansFrom, yearQuery } from './year-query.ts';

/** A page is parsed in one go, and everyone else waits for so long: some ten milliseconds. */
const SUMMARIES_A_PAGE = 500;
/** Queries that read one year at once: while the table works on one, another is parsed here. */
const PARALLEL_SPANS = 3;
/** Pages of summaries that are read at once, of all years: what is read besides waits behind no more than these. */
const SUMMARY_PAGES_AT_ONCE = 4;

/** Told of a stored item that is not a launch; it stays in the table and out of every answer. */
export type OnInvalid = (reason: string) => void;

/** Reads launches and state items. Every method throws {@link TableError} when the table fails. */
export class LaunchReader {
  private readonly table: LaunchTable;
  private readonly onInvalid: OnInvalid;
  private readonly summaryPages = new Slots(SUMMARY_PAGES_AT_ONCE);

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

  /**
   * Summaries of one UTC year of a source, in order of date. One Query where a page holds them; what is left then
   * is read by several at once.
   */
  async getYear(source: LaunchSource, year: string): Promise<LaunchSummary[]> {
    const pool = new SummaryPool();
    const pageOf = (span: YearQuery, start?: Position): Promise<Page<LaunchSummary>> =>
      this.summaryPages.run(async () => {
        const query = yearQuery(source, year, { ...span, limit: SUMMARIES_A_PAGE });
        const { items, next } = await this.page(ofSummaries(query), start);
        return { items: pool.share(this.valid(items, parseLaunchSummary)), next };
      });
    const summaries = await this.allPages(pageOf);
    pool.complete();
    return summaries;
  }

  /** Of one year, by what reads a page of it. */
  private async allPages(
    pageOf: (span: YearQuery, start?: Position) => Promise<Page<LaunchSummary>>,
  ): Promise<LaunchSummary[]> {
    const first = await pageOf({});
    if (first.next === undefined) return first.items;
    const spans = spansFrom(String(first.next[SORT_KEY]), PARALLEL_SPANS);
    const rest = spans.map(async (span, index) => {
      const summaries: LaunchSummary[] = [];
      const pages = pagesOf((start) => pageOf(span, start), index === 0 ? first.next : undefined);
      for await (const page of pages) summaries.push(...page);
      return summaries;
    });
    return first.items.concat(...(await Promise.all(rest)));
  }

  /** Whole launches of one UTC year of a source, in order of date, a page at a time. */
  async *launchesOfYear(
    source: LaunchSource,
    year: string,
    query: YearQuery = {},
  ): AsyncGenerator<Launch[]> {
    const pages = pagesOf((start) => this.page(yearQuery(source, year, query), start));
    for await (const page of pages) {
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
    for await (const page of pagesOf((start) => this.page(query, start)))
      found.push(...this.valid(page, parseLaunch));
    return found;
  }

  private async page(query: Query, start: Position): Promise<Page<unknown>> {
    const { client, tableName } = this.table;
    const input = { ...query, TableName: tableName, ExclusiveStartKey: start };
    const answer = await onTable('Query', () => client.send(new QueryCommand(input)));
    return { items: answer.Items ?? [], next: answer.LastEvaluatedKey };
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
