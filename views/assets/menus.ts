const OPEN = 'details[data-menu][open]';

const openMenus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>(OPEN),
];

const closeUnless = (isKept: (menu: HTMLDetailsElement) => boolean): void => {
  for (const menu of openMenus()) if (!isKept(menu)) menu.open = false;
};

const closeOnEscape = ({ key }: KeyboardEvent): void => {
  if (key !== 'Escape') return;
  for (const menu of openMenus()) {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
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

/** What was checked and not applied is not kept: the address says what is chosen. */
const forgetUnapplied = (menu: HTMLDetailsElement): void => {
  for (const box of menu.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    box.checked = box.defaultChecked;
  }
};

/**
 * Makes each `details[data-menu]` close as menus do: on Escape, on a click elsewhere, when the focus leaves
 * it, and when the page is left. Without this module they close by their own button.
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
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu]')) {
    menu.addEventListener('toggle', () => {
      if (!menu.open) forgetUnapplied(menu);
    });
  }
};
