import type { Mishap, OutcomeCounts, PageData } from '../page-data.ts';
import { fill } from '../words.ts';
import { escapeHtml } from './escape.ts';
import type { Formats } from './formats.ts';
import { LISTED } from './outcomes.ts';

/** Missions named in one tooltip. */
const MAX_NAMES = 4;
const SIGNS = { failed: '×', partial_failure: '▲' } as const;

/** What a tooltip says; every text is escaped on its way into HTML. */
export interface TooltipContent {
  title: string;
  rows: { label: string; value: string }[];
  mishaps?: readonly Mishap[];
}

/** A row for each outcome that occurs. */
export const outcomeRows = (counts: OutcomeCounts, data: PageData, formats: Formats) =>
  LISTED.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
    label: data.words[outcome],
    value: formats.number(counts[outcome]),
  }));

const nameItems = (mishaps: readonly Mishap[], more: string): string => {
  const failedFirst = mishaps.toSorted((a, b) => a.status.localeCompare(b.status));
  const items = failedFirst
    .slice(0, MAX_NAMES)
    .map(
      ({ status, name }) =>
        `<li class="tooltip-${status}"><span class="tooltip-sign">${SIGNS[status]}</span> ${escapeHtml(name)}</li>`,
    );
  const left = mishaps.length - MAX_NAMES;
  if (left > 0) items.push(`<li>${escapeHtml(fill(more, { count: left }))}</li>`);
  return `<ul class="tooltip-names">${items.join('')}</ul>`;
};

/** HTML of a tooltip, styled by classes alone. `more` is the phrase for missions left out. */
export const tooltipHtml = (content: TooltipContent, more: string): string => {
  const rows = content.rows.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const names = content.mishaps?.length ? nameItems(content.mishaps, more) : '';
  return `<p class="tooltip-title">${escapeHtml(content.title)}</p><table class="tooltip-rows"><tbody>${rows.join('')}</tbody></table>${names}`;
};
