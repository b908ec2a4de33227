import type { Counterpart } from '../../launches/counterparts.ts';

/** The launch as another source has it, and its page there. */
export interface OtherSource extends Counterpart {
  href: string;
}
