import { fill } from './words.ts';
import { writeText } from './write-text.ts';

const OPEN = 'details[data-menu][open]';

const openMenus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>(OPEN),
];

const closeUnless = (isKept: (menu: HTMLDetailsElement) => boolean): void => {
  for (const menu of openMenus()) if (!isKept(menu)) menu.open = false;
};

const boxesOf = (menu: Element): HTMLInputElement[] => [
  ...menu.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
];

/** Says on the menu's button how much was checked or unchecked and is not applied yet; else what is applied. */
const showPending = (menu: Element): void => {
  const value = menu.querySelector<HTMLElement>('[data-pending]');
  if (!value) return;
  value.dataset['applied'] ??= value.textContent;
  const count = boxesOf(menu).filter((box) => box.checked !== box.defaultChecked).length;
  const pending = fill(value.dataset['pending'] ?? '', { count });
  writeText(value, count === 0 ? value.dataset['applied'] : pending);
  menu.classList.toggle('has-pending', count > 0);
};

/** Leaves a menu as it was before anything in it was changed. */
const takeBack = (menu: Element): void => {
  for (const box of boxesOf(menu)) box.checked = box.defaultChecked;
  showPending(menu);
};

const closeOnEscape = ({ key }: KeyboardEvent): void => {
  if (key !== 'Escape') return;
  for (const menu of openMenus()) {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    takeBack(menu);
    if (hadFocus) menu.querySelector('summary')?.focus();
  }
};

/** A file is on its way: there is nothing left to choose. */
const closeOnDownload = ({ target }: Event): void => {
  const menu =
    target instanceof Element && target.closest('a[download]')?.closest<HTMLDetailsElement>(OPEN);
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
};

/**
 * Makes each `details[data-menu]` close as menus do: on Escape, on a click elsewhere, when the focus leaves
 * it, and when the page is left. What was checked in one stays so until it is applied, and Escape takes it back.
 * Without this module they close by their own button.
 */
export const startMenus = (): void => {
  const closeOthers = ({ target }: Event): void => {
    closeUnless((menu) => target instanceof Node && menu.contains(target));
  };
  document.addEventListener('keydown', closeOnEscape);
  document.addEventListener('click', closeOnDownload);
  document.addEventListener('pointerdown', closeOthers);
  document.addEventListener('focusin', closeOthers);
  addEventListener('pagehide', () => closeUnless(() => false));
  document.addEventListener('change', ({ target }) => {
    const menu = target instanceof Element && target.closest('details[data-menu]');
    if (menu) showPending(menu);
  });
  // A form tells of its reset before it is done.
  document.addEventListener('reset', ({ target }) =>
    setTimeout(() => {
      const menus = target instanceof Element ? target.querySelectorAll('details[data-menu]') : [];
      for (const menu of menus) showPending(menu);
    }),
  );
};
