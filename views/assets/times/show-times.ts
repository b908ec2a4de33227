import { writeText } from '../write-text.ts';
import type { TimeFormat } from './format-time.ts';
import { FORMATS, formatTime } from './format-time.ts';
import type { Times } from './preference.ts';

/** Only a time of day differs between zones; a day, a month or a year stays what it is. */
const TIMES = ['second', 'minute', 'hour'].map((precision) => `time[data-precision=${precision}]`);
/** A text that names the zone of the times beside it, with the one for local times in the attribute. */
const NAMES = '[data-local-text]';
const ALL = [...TIMES, NAMES].join(',');

const isFormat = (name: string | undefined): name is TimeFormat =>
  FORMATS.some((format) => format === name);

const localText = (element: HTMLElement, language: string): string => {
  const { precision = '', format, localText: name } = element.dataset;
  if (name !== undefined) return name;
  const iso = element.getAttribute('datetime') ?? '';
  return formatTime({ iso, precision, format: isFormat(format) ? format : 'short' }, language);
};

/** The text in UTC is the server's, and is kept beside the other. */
const show = (element: HTMLElement, times: Times, language: string): void => {
  const { utc } = element.dataset;
  if (times === 'utc' && utc !== undefined) {
    writeText(element, utc);
    delete element.dataset['utc'];
  }
  if (times === 'local' && utc === undefined) {
    element.dataset['utc'] = element.textContent;
    writeText(element, localText(element, language));
  }
};

/**
 * Shows the times in a part of a page in UTC or in the reader's zone.
 * @param language of the page
 * @param isReady whether an element may be touched yet
 */
export const showTimes = (
  root: Document | Element,
  times: Times,
  language: string,
  isReady: (element: Element) => boolean = () => true,
): void => {
  for (const element of root.querySelectorAll<HTMLElement>(ALL)) {
    if (isReady(element)) show(element, times, language);
  }
};
