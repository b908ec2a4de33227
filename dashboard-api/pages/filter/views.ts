import type { Outcome } from '../overview/outcomes.ts';
import type { LinkView } from '../overview/views.ts';

/** What the template of the filter bar is given. */

export interface DateFieldView {
  name: 'from' | 'to';
  label: string;
  /** `YYYY-MM-DD`, or nothing. */
  value: string;
  isFiltering: boolean;
  isInvalid: boolean;
}

/** One value of a menu: a check box. */
export interface ChoiceView {
  value: string;
  name: string;
  /** Launches it would show, under the other filters. */
  count: string;
  isChosen: boolean;
  /** Its mark; null where it is no outcome. */
  outcome: Outcome | null;
}

export interface MenuView {
  /** The parameter it sets. */
  field: 'status' | 'launchpad' | 'rocket';
  label: string;
  /** "All", the one that is chosen, or "2 of 5". */
  value: string;
  isFiltering: boolean;
  choices: ChoiceView[];
  /** The page without this filter. */
  clearHref: string;
}

export interface SearchView {
  /** Part of a mission's name; empty where none is asked for. */
  value: string;
  maxLength: number;
  isFiltering: boolean;
}

export interface FilterBarView {
  /** Path of the page it filters. */
  action: string;
  dates: DateFieldView[];
  hidden: { name: string; value: string }[];
  periods: LinkView[];
  menus: MenuView[];
  search: SearchView;
  /** Menus and search that filter, in digits: what phones fold away; null when none does. */
  foldedFilters: string | null;
  sources: LinkView[];
  resetHref: string;
  /** Whether there is anything to reset. */
  isFiltering: boolean;
  notices: string[];
}
