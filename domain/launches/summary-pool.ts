import type { LaunchSummary } from './launch.ts';

type Boosters = LaunchSummary['boosters'];

/**
 * Holds what launches have in common once: many launches share few rockets, pads, orbits and fates of boosters, and
 * what is read from the table brings a copy of each name with every launch.
 */
export class SummaryPool {
  private readonly texts = new Map<string, string>();
  private readonly boosters = new Map<string, Boosters>();

  /** An equal summary that shares its parts with the ones before; its boosters are frozen. */
  share(summary: LaunchSummary): LaunchSummary {
    const { orbit, mission_type } = summary;
    // Spelled out, so that it has room for these fields and no more.
    return {
      id: summary.id,
      launch_date: summary.launch_date,
      launch_date_precision: this.text(summary.launch_date_precision),
      launch_status: this.text(summary.launch_status),
      mission_name: summary.mission_name,
      rocket_id: this.text(summary.rocket_id),
      rocket_name: this.text(summary.rocket_name),
      launchpad_id: this.text(summary.launchpad_id),
      launchpad_name: this.text(summary.launchpad_name),
      orbit: orbit && this.text(orbit),
      mission_type: mission_type && this.text(mission_type),
      launch_library_id: summary.launch_library_id,
      missing_since: summary.missing_since,
      boosters: this.sharedBoosters(summary.boosters),
    };
  }

  private text<T extends string>(value: T): T {
    const known = this.texts.get(value);
    if (known === undefined) this.texts.set(value, value);
    return (known ?? value) as T;
  }

  private sharedBoosters(value: Boosters): Boosters {
    const key = JSON.stringify(value);
    const known = this.boosters.get(key);
    if (known !== undefined) return known;
    for (const booster of value) Object.freeze(booster);
    Object.freeze(value);
    this.boosters.set(key, value);
    return value;
  }
}
