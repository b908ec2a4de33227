/** Whose zone times are shown in. */
export type Times = 'utc' | 'local';

/** What the choice is remembered under; the server need not know it, so that pages stay the same for everyone. */
export const STORAGE_KEY = 'times';

/** The reader's choice: UTC unless they chose otherwise, or where the browser remembers nothing. */
export const readTimes = (): Times => {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'local' ? 'local' : 'utc';
  } catch {
    // Storage may be switched off, which is a choice too.
    return 'utc';
  }
};

/** Remembers the choice; where that is not possible it holds for the page. */
export const rememberTimes = (times: Times): void => {
  try {
    localStorage.setItem(STORAGE_KEY, times);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
};
