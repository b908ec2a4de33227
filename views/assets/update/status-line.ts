import { formatTime } from '../times/format-time.ts';
import { shownTimes } from '../times/index.ts';
import { showTimes } from '../times/show-times.ts';

/** The line that says when the page cannot be kept current. */
export interface StatusLine {
  /** @param since when it last was, in milliseconds */
  fail: (since: number) => void;
  clear: () => void;
}

const timeOf = (since: number, language: string): HTMLTimeElement => {
  const iso = new Date(since).toISOString();
  const time = document.createElement('time');
  time.dateTime = iso;
  time.dataset['precision'] = 'minute';
  time.dataset['format'] = 'clock-zone';
  time.textContent = formatTime(
    { iso, precision: 'minute', format: 'clock-zone' },
    language,
    'UTC',
  );
  return time;
};

/** The words of the line are the page's own, with `{time}` for the time. */
export const createStatusLine = (): StatusLine => {
  const { documentElement: root } = document;
  const line = document.querySelector<HTMLElement>('[data-update-status]');
  return {
    fail: (since) => {
      // Said once, not every minute: the line is read out.
      if (!line || root.dataset['update'] === 'failed') return;
      const [before = '', after = ''] = (line.dataset['updateStatus'] ?? '').split('{time}');
      line.replaceChildren(before, timeOf(since, root.lang), after);
      showTimes(line, shownTimes(), root.lang);
      root.dataset['update'] = 'failed';
    },
    clear: () => {
      delete root.dataset['update'];
      if (line?.hasChildNodes()) line.replaceChildren();
    },
  };
};
