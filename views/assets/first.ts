import { readTimes } from './times/preference.ts';
import { showTimes } from './times/show-times.ts';

/** True once the browser has read past an element: before that, more of its text may come. */
const isWhole = (element: Element): boolean => {
  for (let node: Node | null = element; node; node = node.parentNode) {
    if (node.nextSibling) return true;
  }
  return false;
};

/*
 * Runs before anything of the page is there, so that whoever chose local times sees no UTC first: each time is
 * rewritten as the browser reads it, before it is painted. What comes last is left to the main script.
 */
if (readTimes() === 'local') {
  const root = document.documentElement;
  root.dataset['times'] = 'local';
  const observer = new MutationObserver(() => showTimes(document, 'local', root.lang, isWhole));
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => observer.disconnect());
}
