/** The part of dynalite's store, which ships without types, that tables are filled through. */
declare module 'dynalite/db/index.js' {
  /** An attribute as DynamoDB's JSON has it. */
  export type Attributes = Record<string, unknown>;
  export type Callback<T = void> = (error: Error | null, value: T) => void;

  export interface Put {
    type: 'put';
    key: string;
    value: Attributes;
  }

  export interface ItemDb {
    batch(operations: readonly Put[], callback: Callback): void;
  }

  export interface Table {
    TableName: string;
    GlobalSecondaryIndexes: readonly object[];
  }

  export interface Store {
    db: { close(callback: Callback): void };
    getTable(name: string, callback: Callback<Table>): void;
    getItemDb(table: string): ItemDb;
    getIndexDb(kind: 'Global', table: string, index: string): ItemDb;
  }

  export interface IndexActions {
    puts: readonly { index: string; key: string; item: Attributes }[];
  }

  const db: {
    create(options: { path: string }): Store;
    createKey(item: Attributes, table: Table): string;
    getIndexActions(
      indexes: readonly object[],
      before: Attributes | null,
      item: Attributes,
      table: Table,
    ): IndexActions;
  };
  export default db;
}
