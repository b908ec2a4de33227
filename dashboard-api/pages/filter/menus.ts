import { attributeMatcher } from '../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import {
  launchpadStatistics,
  rocketStatistics,
} from '../../../domain/launches/statistics/groups.ts';
import { LAUNCH_STATUSES } from '../../../domain/launches/status.ts';
import { isUnconfirmed } from '../../../domain/launches/upcoming.ts';
import { ofDays } from '../../launches/sorted.ts';
import type { Localization } from '../language/localization.ts';
import type { Outcome } from '../overview/outcomes.ts';
import { padLabels } from '../overview/pad-labels.ts';
import { toLaunchFilter } from '../query/page-filter.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { MenuView } from './views.ts';

/** Fields of a query that menus set. */
type Field = 'statuses' | 'launchpads' | 'rockets';

/** Something to choose: what the URL says and what people read. */
interface Choice {
  value: string;
  name: string;
  outcome: Outcome | null;
}

interface Menu {
  name: MenuView['field'];
  field: Field;
  choices: Choice[];
  /** The values that a launch matches. */
  valuesOf: (launch: LaunchSummary) => Iterable<string>;
}

/** What menus are made of. */
export interface MenuInput {
  /** Its pads and rockets are looked up. */
  query: PageQuery;
  /** All launches of the source, oldest first. */
  launches: readonly LaunchSummary[];
  /** ISO 8601 UTC. */
  now: string;
  /** The page under another query. */
  linkTo: (query: PageQuery) => string;
}

/** One status stands for launches that are upcoming and for those nobody confirms: its name says which there are. */
const upcomingChoice = (
  { launches, now }: MenuInput,
  { text }: Localization,
): Pick<Choice, 'name' | 'outcome'> => {
  const upcoming = launches.filter(({ launch_status }) => launch_status === 'upcoming');
  const unconfirmed = upcoming.filter((launch) => isUnconfirmed(launch, now));
  if (unconfirmed.length === 0) return { name: text('outcome.upcoming'), outcome: 'upcoming' };
  return unconfirmed.length === upcoming.length
    ? { name: text('outcome.unconfirmed'), outcome: 'unconfirmed' }
    : { name: text('filter.upcoming_or_unconfirmed'), outcome: 'upcoming' };
};

const statusChoices = (input: MenuInput, localization: Localization): Choice[] =>
  LAUNCH_STATUSES.map((status) => ({
    value: status,
    ...(status === 'upcoming'
      ? upcomingChoice(input, localization)
      : { name: localization.text(`outcome.${status}`), outcome: status }),
  }));

const padChoices = ({ launches }: MenuInput): Choice[] => {
  const pads = launchpadStatistics(launches);
  const labels = padLabels(pads);
  return pads.map(({ id, name }) => ({ value: id, name: labels.get(id) ?? name, outcome: null }));
};

/** Rockets by name, and the variants that the URL names one by one. */
const rocketChoices = ({ launches, query }: MenuInput): Choice[] => {
  const names = rocketStatistics(launches).map(({ name }) => name);
  const variants = query.rockets.filter((rocket) => !names.includes(rocket));
  const nameOf = (id: string): string =>
    launches.find(({ rocket_id }) => rocket_id === id)?.rocket_name ?? id;
  return [
    ...names.map((name) => ({ value: name, name, outcome: null })),
    ...variants.map((id) => ({ value: id, name: `${nameOf(id)} (${id})`, outcome: null })),
  ];
};

/** Launches that each value alone would show, under the other filters. */
const countsOf = (
  { query, launches }: MenuInput,
  { field, valuesOf }: Menu,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const others = { ...toLaunchFilter(query), [field]: [] };
  const matches = attributeMatcher(others);
  for (const launch of ofDays(launches, others)) {
    if (!matches(launch)) continue;
    for (const value of valuesOf(launch)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

const describeChosen = (chosen: readonly Choice[], of: number, { text }: Localization): string => {
  const [one] = chosen;
  if (!one) return text('filter.all');
  return chosen.length === 1 ? one.name : text('filter.some', { chosen: chosen.length, of });
};

const buildMenu = (input: MenuInput, menu: Menu, localization: Localization): MenuView => {
  const { query, linkTo } = input;
  const { name: field, choices } = menu;
  const asked: readonly string[] = query[menu.field];
  const counts = countsOf(input, menu);
  const chosen = choices.filter(({ value }) => asked.includes(value));
  return {
    field,
    label: localization.text(`field.${field}`),
    value: describeChosen(chosen, choices.length, localization),
    isFiltering: chosen.length > 0,
    choices: choices.map((choice) => ({
      ...choice,
      count: localization.formats.number(counts.get(choice.value) ?? 0),
      isChosen: chosen.includes(choice),
    })),
    clearHref: linkTo({ ...query, [menu.field]: [] }),
  };
};

/** The menus of outcomes, pads and rockets, with how many launches each choice would show. */
export const buildMenus = (input: MenuInput, localization: Localization): MenuView[] => {
  const menus: Menu[] = [
    {
      name: 'status',
      field: 'statuses',
      choices: statusChoices(input, localization),
      valuesOf: ({ launch_status }) => [launch_status],
    },
    {
      name: 'launchpad',
      field: 'launchpads',
      choices: padChoices(input),
      valuesOf: ({ launchpad_id }) => [launchpad_id],
    },
    {
      name: 'rocket',
      field: 'rockets',
      choices: rocketChoices(input),
      valuesOf: ({ rocket_id, rocket_name }) => new Set([rocket_name, rocket_id]),
    },
  ];
  return menus.map((menu) => buildMenu(input, menu, localization));
};
