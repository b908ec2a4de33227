import type { LaunchSummary } from './launch.ts';
import { entryOf } from './entry.ts';
import { PackedTexts } from './packed-texts.ts';

type Boosters = LaunchSummary['boosters'];

/** What a launch has for itself; the rest of a summary is the same for many. */
type Own = Pick<LaunchSummary, 'id' | 'launch_date' | 'mission_name' | 'launch_library_id'>;

interface Common extends Readonly<Omit<LaunchSummary, keyof Own>> {
  /** Launch Library's own launches have one id, which is in both fields. */
  readonly hasOneId: boolean;
}

/** Texts of each launch, in this order. */
const [ID, DATE, NAME, OTHER_ID, TEXTS_EACH] = [0, 1, 2, 3, 4];

const ownTexts = ({ id, launch_date, mission_name, launch_library_id }: Own): string[] => {
  // No text of a launch is empty.
  const otherId = launch_library_id === id ? '' : (launch_library_id ?? '');
  return [id, launch_date, mission_name, otherId];
};

/**
 * A summary that is two references and a number: its own texts are packed with those of others, and what it has in common
 * with others is held once. It is to be read field by field or written as JSON; a spread of it would lack its fields.
 */
class PackedSummary implements LaunchSummary {
  private readonly common: Common;
  private readonly texts: PackedTexts;
  private readonly first: number;

  /** @param row which of the launches whose texts are packed together */
  constructor(common: Common, texts: PackedTexts, row: number) {
    this.common = common;
    this.texts = texts;
    this.first = row * TEXTS_EACH;
  }

  get id() {
    return this.texts.at(this.first + ID);
  }

  get launch_date() {
    return this.texts.at(this.first + DATE);
  }

  get mission_name() {
    return this.texts.at(this.first + NAME);
  }

  get launch_library_id() {
    return this.common.hasOneId ? this.id : this.texts.at(this.first + OTHER_ID) || null;
  }

  get missing_since() {
    return this.common.missing_since;
  }

  get launch_date_precision() {
    return this.common.launch_date_precision;
  }

  get launch_status() {
    return this.common.launch_status;
  }

  get rocket_id() {
    return this.common.rocket_id;
  }

  get rocket_name() {
    return this.common.rocket_name;
  }

  get launchpad_id() {
    return this.common.launchpad_id;
  }

  get launchpad_name() {
    return this.common.launchpad_name;
  }

  get orbit() {
    return this.common.orbit;
  }

  get mission_type() {
    return this.common.mission_type;
  }

  get boosters() {
    return this.common.boosters;
  }

  /** All fields, as of any other summary. */
  toJSON(): LaunchSummary {
    const { id, launch_date, mission_name, launch_library_id } = this;
    const { hasOneId: _, ...shared } = this.common;
    return { id, launch_date, mission_name, launch_library_id, ...shared };
  }
}

/** Fields of texts that few launches have of their own. */
const TEXTS = [
  'rocket_id',
  'rocket_name',
  'launchpad_id',
  'launchpad_name',
  'orbit',
  'mission_type',
  'missing_since',
] as const satisfies (keyof LaunchSummary)[];

const sharedPart = (summary: LaunchSummary): Omit<LaunchSummary, keyof Own> => {
  const { id, launch_date, mission_name, launch_library_id, ...shared } = summary;
  return shared;
};

/**
 * Holds what launches have in common once: many launches share few rockets, pads, orbits and fates of boosters, and
 * what is read from the table brings a copy of each with every launch.
 */
export class SummaryPool {
  private readonly packed: PackedTexts[] = [];
  private readonly numbers = new Map<string | null, number>();
  private readonly boosters = new Map<string, Boosters>();
  private readonly common = new Map<string, Common>();

  /** Equal summaries that share their parts with each other and the ones before; their boosters are frozen. */
  share(summaries: readonly LaunchSummary[]): LaunchSummary[] {
    const texts = new PackedTexts(summaries.flatMap(ownTexts));
    this.packed.push(texts);
    return summaries.map((summary, row) => new PackedSummary(this.commonOf(summary), texts, row));
  }

  /** To be called when all are there: then their texts are put together. */
  complete(): void {
    PackedTexts.unite(this.packed);
  }

  private commonOf(summary: LaunchSummary): Common {
    const { launch_status, launch_date_precision } = summary;
    const hasOneId = summary.launch_library_id === summary.id;
    // Numbers, since a text may hold whatever separates texts.
    const numbers = TEXTS.map((field) => this.numberOf(summary[field])).join();
    const boosters = JSON.stringify(summary.boosters);
    const key = `${hasOneId},${launch_status},${launch_date_precision},${numbers},${boosters}`;
    return entryOf(this.common, key, () => ({
      ...sharedPart(summary),
      hasOneId,
      boosters: this.frozen(boosters, summary.boosters),
    }));
  }

  private numberOf(text: string | null): number {
    return entryOf(this.numbers, text, () => this.numbers.size);
  }

  private frozen(key: string, boosters: Boosters): Boosters {
    return entryOf(this.boosters, key, () => {
      for (const booster of boosters) Object.freeze(booster);
      return Object.freeze(boosters) as Boosters;
    });
  }
}
