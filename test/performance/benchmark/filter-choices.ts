import type { Launch } from '../../../domain/launches/launch.ts';
import type { FilterChoices } from './unseen-filters.ts';

/** Every letter and a few short words are in some name. */
const WORDS = [...'abcdefghiklmnoprstuvw', 'star', 'link', 'crs', 'sat', 'group', 'dragon'];

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value) => value !== null);

/** What filters can be made of to find some of these launches, which are not none. */
export const choicesIn = (launches: readonly Launch[]): FilterChoices => {
  const days = launches.map(({ launch_date }) => launch_date.slice(0, 10)).sort();
  return {
    days: [days[0]!, days.at(-1)!],
    rockets: distinct(launches.map(({ rocket_id }) => rocket_id)),
    launchpads: distinct(launches.map(({ launchpad_id }) => launchpad_id)),
    words: WORDS,
  };
};
