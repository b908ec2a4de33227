import type { TimeView } from '../language/times.ts';

/** Something that is known, with a name before it. */
export interface LineView {
  label: string;
  /** Null: not recorded. */
  value: string | null;
  /** The value as a time, where it is one. */
  time: TimeView | null;
  /** When it was, beside the value. */
  at: TimeView | null;
  /** Where the value leads to. */
  href: string | null;
  /** True for what is to be compared character by character. */
  isCode: boolean;
}

type Look = Partial<Pick<LineView, 'at' | 'href' | 'isCode'>>;

/** @param value null: not recorded */
export const line = (
  label: string,
  value: string | TimeView | null,
  { at = null, href = null, isCode = false }: Look = {},
): LineView => {
  const time = typeof value === 'string' ? null : value;
  const text = typeof value === 'string' ? value : (value?.text ?? null);
  return { label, value: text, time, at, href, isCode };
};
