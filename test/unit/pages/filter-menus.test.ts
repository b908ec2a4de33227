import { describe, expect, it } from '@jest/globals';
import type { MenuView } from '../../../dashboard-api/pages/filter/views.ts';
import { launch } from '../../helpers/launches.ts';
import { launchListOf } from './launch-list-of.ts';
import type { Situation } from './overview-of.ts';
import { overviewOf, recorded, tileOf } from './overview-of.ts';

const menuOf = (field: MenuView['field'], search = '', situation: Situation = {}): MenuView => {
  const menu = overviewOf(search, situation).filter.menus.find((one) => one.field === field);
  if (!menu) throw new Error(`no menu of ${field}`);
  return menu;
};
const choices = (menu: MenuView): string[] =>
  menu.choices.map(({ name, count, isChosen }) => `${isChosen ? '[x]' : '[ ]'} ${name} ${count}`);
const total = (search: string): string => tileOf(overviewOf(search), 'Launches').value;

describe('the menus of the filter', () => {
  it('offer what the source has, with counts, and say All while they do not filter', () => {
    expect(choices(menuOf('status'))).toEqual([
      '[ ] Success 660',
      '[ ] Partial failure 3',
      '[ ] Failed 11',
      '[ ] Upcoming 0',
      '[ ] Unknown 0',
    ]);
    expect(choices(menuOf('rocket')).slice(0, 2)).toEqual([
      '[ ] Falcon 9 639',
      '[ ] Falcon Heavy 12',
    ]);
    expect(menuOf('launchpad').choices[0]).toEqual({
      value: '80',
      name: 'SLC-40 Cape Canaveral',
      count: '326',
      isChosen: false,
      outcome: null,
    });
    const { label, value, isFiltering } = menuOf('launchpad');
    expect([label, value, isFiltering]).toEqual(['Pad', 'All', false]);
  });

  it('name the one chosen, and count several', () => {
    expect(menuOf('status', 'status=failed')).toMatchObject({ value: 'Failed', isFiltering: true });
    const two = menuOf('status', 'status=failed&status=partial_failure');
    expect([two.value, two.isFiltering]).toEqual(['2 of 5', true]);
    expect(choices(two).slice(0, 3)).toEqual([
      '[ ] Success 660',
      '[x] Partial failure 3',
      '[x] Failed 11',
    ]);
    expect(menuOf('status', 'status=failed&status=success', { language: 'es' }).value).toBe(
      '2 de 5',
    );
  });

  it.each([
    'from=2025-01-01&launchpad=80',
    'status=failed&q=star',
    'rocket=Starship&to=2025-12-31',
  ])('count under %s the launches that each choice would show', (search) => {
    for (const { field, choices: offered } of overviewOf(search).filter.menus) {
      const others = new URLSearchParams(search);
      others.delete(field);
      for (const { value, count } of offered) {
        const alone = new URLSearchParams([...others, [field, value]]);
        expect([field, value, count]).toEqual([field, value, total(String(alone))]);
      }
    }
  });

  it('clear their own filter alone', () => {
    const search = 'from=2020-01-01&status=failed&launchpad=80&rocket=Falcon+9&q=a';
    expect(menuOf('launchpad', search).clearHref).toBe(
      '/?from=2020-01-01&status=failed&rocket=Falcon+9&q=a',
    );
    const list = launchListOf(`${search}&sort=pad&page=2`).filter.menus;
    expect(list[0]?.clearHref).toBe(
      '/launches?from=2020-01-01&launchpad=80&rocket=Falcon+9&q=a&sort=pad',
    );
  });

  it('know a pad by its name and a rocket by its id', () => {
    const named = overviewOf('launchpad=Space+Launch+Complex+40&rocket=Falcon+Heavy');
    expect(named.href).toBe('/?launchpad=80&rocket=Falcon+Heavy');
    const { rocket_id: heavy } = recorded['launch-library'].find(
      ({ rocket_name }) => rocket_name === 'Falcon Heavy',
    )!;
    expect(overviewOf(`rocket=${heavy}`).href).toBe('/?rocket=Falcon+Heavy');
  });

  it('offer a variant of a rocket where the address names it', () => {
    const launches = [
      launch({ id: 'a', rocket_id: '1', rocket_name: 'Falcon 9' }),
      launch({ id: 'b', rocket_id: '2', rocket_name: 'Falcon 9' }),
    ];
    expect(choices(menuOf('rocket', '', { launches }))).toEqual(['[ ] Falcon 9 2']);
    const variant = menuOf('rocket', 'rocket=2', { launches });
    expect(choices(variant)).toEqual(['[ ] Falcon 9 2', '[x] Falcon 9 (2) 1']);
    expect(variant.value).toBe('Falcon 9 (2)');
    expect(tileOf(overviewOf('rocket=2', { launches }), 'Launches').value).toBe('1');
  });

  it('call upcoming launches what they are', () => {
    const upcoming = (id: string, day: string) =>
      launch({ id, launch_status: 'upcoming', launch_date: `${day}T00:00:00.000Z` });
    const past = upcoming('past', '2026-01-01');
    const coming = upcoming('coming', '2026-07-01');
    const nameIn = (launches: ReturnType<typeof launch>[]) =>
      menuOf('status', '', { launches }).choices.find(({ value }) => value === 'upcoming')?.name;
    expect(nameIn([coming])).toBe('Upcoming');
    expect(nameIn([past])).toBe('Unconfirmed');
    expect(nameIn([past, coming])).toBe('Upcoming or unconfirmed');
  });

  it('are All again when every outcome is chosen', () => {
    const all =
      'status=success&status=partial_failure&status=failed&status=upcoming&status=unknown';
    expect(menuOf('status', all).value).toBe('All');
    expect(overviewOf(all)).toMatchObject({ href: '/', filter: { isFiltering: false } });
  });

  it('are counted where a phone folds them away', () => {
    expect(overviewOf('from=2020-01-01').filter.foldedFilters).toBeNull();
    expect(overviewOf('status=failed&status=success&q=star').filter.foldedFilters).toBe('2');
  });
});

describe('the search of the filter', () => {
  it('is part of everything the overview shows', () => {
    const page = overviewOf('source=spacex&q=CRS');
    expect(tileOf(page, 'Launches').value).toBe('26');
    expect(page.exports[0]?.href).toBe('/api/v1/launches.csv?source=spacex&q=CRS');
    expect(page.pages.launches).toBe('/launches?source=spacex&q=CRS');
    expect(page.filter.search).toEqual({ value: 'CRS', maxLength: 100, isFiltering: true });
    const counted = page.cards.find(({ chart }) => chart === 'months')!.legend;
    expect(counted.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Success 24',
      'Failed 1',
      'Unconfirmed 1',
    ]);
  });
});
