import { Injectable } from '@nestjs/common';
import { NO_FILTER } from '../../domain/launches/filter.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { Launch, LaunchSummary } from '../../domain/launches/launch.ts';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { Environment } from '../config/environment.ts';
import { LaunchCatalog } from './launch-catalog.ts';

/** What another source has of a launch. */
export interface Counterpart {
  source: LaunchSource;
  launch: LaunchSummary;
}

/** Joins the sources by the id that Launch Library gives a launch. */
@Injectable()
export class Counterparts {
  constructor(
    private readonly environment: Environment,
    private readonly catalog: LaunchCatalog,
  ) {}

  /** Null where no other source has the launch, or it cannot be read. */
  async find({ source, launch_library_id: sharedId }: Launch): Promise<Counterpart | null> {
    if (sharedId === null) return null;
    for (const other of this.environment.sources.filter((one) => one !== source)) {
      const launches = await this.readIfPossible(other);
      const launch = launches.find((one) => one.launch_library_id === sharedId);
      if (launch !== undefined) return { source: other, launch };
    }
    return null;
  }

  /** Nothing while the table does not answer: the launch itself is there, and is not to go down with it. */
  private async readIfPossible(source: LaunchSource): Promise<readonly LaunchSummary[]> {
    try {
      return (await this.catalog.read(source, NO_FILTER)).launches;
    } catch (error) {
      if (error instanceof TableError) return [];
      throw error;
    }
  }
}
