const OPEN = 'details.menu[open]';

/** Closes the open menus that a place is not in. */
const closeOthers = (place: EventTarget | null): void => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN)) {
    if (!(place instanceof Node && menu.contains(place))) menu.open = false;
  }
};

/** Closes the menu that a place is in, and gives it the focus back. */
const closeAround = (place: EventTarget | null): void => {
  const menu = place instanceof Element ? place.closest<HTMLDetailsElement>(OPEN) : null;
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
};

/** Closes menus as readers expect: by Escape, by a click elsewhere, when the focus moves on, with a file. */
export const startMenus = (): void => {
  document.addEventListener('click', ({ target }) => {
    closeOthers(target);
    if (target instanceof Element && target.closest('a[download]')) closeAround(target);
  });
  document.addEventListener('focusin', ({ target }) => closeOthers(target));
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape') closeAround(target);
  });
};
