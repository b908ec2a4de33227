import { shownTimes } from '../times/index.ts';
import { showTimes } from '../times/show-times.ts';
import { fetchPage } from './fetch-page.ts';
import { keepPlace } from './keep-place.ts';
import type { ServedPage } from './served-page.ts';
import { createStatusLine } from './status-line.ts';
import { hasUnsentChanges } from './unsent-changes.ts';

const EVERY = 60_000;
/** What a page cannot take on while it is open: other scripts, styles or words. */
const FIXED = 'html[lang], link[rel=stylesheet], script[src]';

const fixedParts = (page: Document): string =>
  [...page.querySelectorAll(FIXED)]
    .flatMap((part) => ['lang', 'href', 'src'].map((name) => part.getAttribute(name)))
    .join(' ');

/** Brings the open page to what the newly served one is. */
const bring = (served: ServedPage, page: Document): void => {
  const { lang } = document.documentElement;
  const times = shownTimes();
  // All three in the same zone, so that only what changed differs.
  showTimes(served.root, times, lang);
  showTimes(page.body, times, lang);
  keepPlace(() => served.become(page.body));
  document.title = page.title;
};

/** Runs while the page is visible, every minute and whenever it comes into view after more than one. */
const everyMinuteInView = (run: () => Promise<void>): void => {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    clearTimeout(timer);
    const wait = Math.max(0, last + EVERY - Date.now());
    if (document.visibilityState === 'visible') timer = setTimeout(() => void go(), wait);
  };
  const go = async (): Promise<void> => {
    last = Date.now();
    await run();
    next();
  };
  document.addEventListener('visibilitychange', next);
  next();
};

/**
 * Keeps the page current: asks for it every minute while it is visible and does to it what changed. What the
 * reader is doing stays as it is, and a form with unsent changes puts it off. Says so when it cannot be done.
 * @param onChange runs after each change
 */
export const startUpdates = (served: ServedPage, onChange: () => void): void => {
  const status = createStatusLine();
  let etag: string | null = null;
  let current = Date.now();
  const refresh = async (): Promise<void> => {
    if (hasUnsentChanges()) return;
    const answer = await fetchPage(etag);
    if (answer.kind === 'failed') return status.fail(current);
    // Something may have been typed in the meantime.
    if (answer.kind === 'new' && hasUnsentChanges()) return;
    if (answer.kind === 'new' && fixedParts(answer.page) !== fixedParts(document)) {
      return location.reload();
    }
    current = Date.now();
    status.clear();
    if (answer.kind === 'same') return;
    etag = answer.etag;
    bring(served, answer.page);
    onChange();
  };
  everyMinuteInView(refresh);
};
