import { Injectable } from '@nestjs/common';
import type { LaunchKey, LaunchSource } from '../../domain/launches/keys.ts';
import type { Launch } from '../../domain/launches/launch.ts';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { LaunchCatalog } from './launch-catalog.ts';

/** Whole records kept for an outage, a few megabytes at most. */
const MAX_REMEMBERED = 1000;

/** A caller waits: a table that is short of capacity gets half a second to find some. */
const PATIENCE = { consistent: false, maxFruitlessTries: 4 };

/**
 * Reads whole launches for keys that the catalog gave. What was read last is kept, and answers
 * while the table does not.
 */
@Injectable()
export class LaunchRecords {
  private readonly remembered = new Map<string, Launch>();

  constructor(
    private readonly reader: LaunchReader,
    private readonly catalog: LaunchCatalog,
  ) {}

  /**
   * Launches in the order of their keys. One that moved since its key was read is left out.
   * @throws TableError when the table does not answer and a launch is not remembered
   */
  async read(source: LaunchSource, keys: readonly LaunchKey[]): Promise<Launch[]> {
    try {
      const launches = await this.catalog.watched(source, () =>
        this.reader.getLaunches(keys, PATIENCE),
      );
      const byId = new Map(launches.map((launch) => [launch.id, launch]));
      for (const launch of launches) this.remember(launch);
      return keys.flatMap(({ id }) => byId.get(id) ?? []);
    } catch (error) {
      if (error instanceof TableError) return keys.map((key) => this.recall(key, error));
      throw error;
    }
  }

  /** The newest come last, so that the first to go are the ones not asked for longest. */
  private remember(launch: Launch): void {
    const name = nameOf(launch);
    this.remembered.delete(name);
    this.remembered.set(name, launch);
    if (this.remembered.size > MAX_REMEMBERED) {
      this.remembered.delete(this.remembered.keys().next().value!);
    }
  }

  private recall(key: LaunchKey, outage: TableError): Launch {
    const launch = this.remembered.get(nameOf(key));
    if (launch === undefined) throw outage;
    return launch;
  }
}

const nameOf = ({ launch_date, id }: LaunchKey): string => `${launch_date} ${id}`;
