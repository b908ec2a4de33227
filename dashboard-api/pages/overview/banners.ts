import { addMillis, dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import { nextLaunch } from '../../../domain/launches/upcoming.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import type { PageAddress } from '../query/page-links.ts';
import { pageLink, withSource } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { BannerView } from './views.ts';

const HOUR_MS = 3600 * 1000;
/** A run every six hours, and half of that for a run that is late. */
const LATE_AFTER_MS = 9 * HOUR_MS;
/** The longest pause between launches was 531 days, but then the next ones were announced. */
const FROZEN_AFTER_MS = 365 * 24 * HOUR_MS;

/** What banners are decided by. */
export interface BannerInput {
  /** The page they stand on. */
  address: PageAddress;
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  /** All launches of the source, oldest first, and the newest that has flown. */
  launches: readonly LaunchSummary[];
  newest: LaunchSummary | null;
  as_of: string | null;
  stale: boolean;
  /** ISO 8601 UTC. */
  now: string;
}

const savedBanner = ({ as_of, now }: BannerInput, { text, formats }: Localization): BannerView => {
  const read = as_of ?? now;
  const sentence =
    dayOf(read) === dayOf(now)
      ? text('banner.saved', { time: formats.time(read) })
      : text('banner.saved_on', { time: formats.dateTime(read) });
  return { kind: 'saved', sentence, link: null };
};

const lateBanner = (age: number, { text }: Localization): BannerView => {
  const sentence = text('banner.late', { span: formatSpan(age, text) });
  return { kind: 'late', sentence, link: null };
};

const ageBanner = (input: BannerInput, localization: Localization): BannerView | null => {
  if (input.stale) return savedBanner(input, localization);
  if (input.as_of === null) return null;
  const age = Date.parse(input.now) - Date.parse(input.as_of);
  return age > LATE_AFTER_MS ? lateBanner(age, localization) : null;
};

/** A source that stopped: its newest launch is old, and it announces none that is still to come. */
const frozenBanner = (
  { address, query, sources, launches, newest, now }: BannerInput,
  { text, formats }: Localization,
): BannerView | null => {
  if (newest === null || nextLaunch(launches, now) !== null) return null;
  if (addMillis(newest.launch_date, FROZEN_AFTER_MS) > now) return null;
  const [living] = sources;
  const month = formats.month(newest.launch_date);
  const link = {
    href: pageLink(address, withSource(query, living), living),
    label: text('banner.switch', { source: text(`source.${living}`) }),
  };
  return {
    kind: 'neutral',
    sentence: text('banner.frozen', { month }),
    link: query.source === living ? null : link,
  };
};

/** What is out of the ordinary about the data; nothing when all is well. */
export const buildBanners = (input: BannerInput, localization: Localization): BannerView[] =>
  [ageBanner(input, localization), frozenBanner(input, localization)].filter(
    (banner) => banner !== null,
  );
