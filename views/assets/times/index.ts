import type { Times } from './preference.ts';
import { readTimes, rememberTimes, STORAGE_KEY } from './preference.ts';
import { showTimes } from './show-times.ts';

const root = document.documentElement;

/** What the page shows at present. */
export const shownTimes = (): Times => (root.dataset['times'] === 'local' ? 'local' : 'utc');

const apply = (times: Times): void => {
  root.dataset['times'] = times;
  showTimes(document, times, root.lang);
  for (const option of document.querySelectorAll<HTMLElement>('[data-times-option]')) {
    option.setAttribute('aria-pressed', String(option.dataset['timesOption'] === times));
  }
};

const choose = (option: HTMLElement): void => {
  const times = option.dataset['timesOption'] === 'local' ? 'local' : 'utc';
  rememberTimes(times);
  apply(times);
  const menu = option.closest('details');
  if (menu) menu.open = false;
  menu?.querySelector('summary')?.focus();
};

/** Makes the switch between UTC and the reader's zone work, here and in other tabs of the site. */
export const startTimes = (): void => {
  apply(shownTimes());
  document.addEventListener('click', ({ target }) => {
    const option = target instanceof Element && target.closest<HTMLElement>('[data-times-option]');
    if (option) choose(option);
  });
  addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY) apply(readTimes());
  });
};
