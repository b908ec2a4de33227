/** Elements that a reader looks at, of which the first in view marks the place. */
const LANDMARKS = 'main > *, .cards > *, tbody > tr';

const firstInView = (): Element | undefined =>
  [...document.querySelectorAll(LANDMARKS)].find((element) => {
    const { top, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0;
  });

/** Runs a change of the page and keeps in its place what the reader looks at. Most browsers do so by themselves. */
export const keepPlace = (change: () => void): void => {
  if (CSS.supports('overflow-anchor', 'auto') || scrollY === 0) {
    change();
    return;
  }
  const mark = firstInView();
  const before = mark?.getBoundingClientRect().top ?? 0;
  change();
  if (mark?.isConnected) scrollBy(0, mark.getBoundingClientRect().top - before);
};
