import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import type { PageAddress } from '../query/page-links.ts';
import { pageLink, withSource } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import { isFrozen, isLate } from './source-age.ts';
import type { BannerView } from './views.ts';

/** How old the data is, and whether the table still answers. */
interface Age {
  as_of: string | null;
  stale: boolean;
  /** ISO 8601 UTC. */
  now: string;
}

/** What banners are decided by. */
export interface BannerInput extends Age {
  /** The page they stand on. */
  address: PageAddress;
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  /** All launches of the source, oldest first, and the newest that has flown. */
  launches: readonly LaunchSummary[];
  newest: LaunchSummary | null;
}

const savedBanner = ({ as_of, now }: Age, { text, formats }: Localization): BannerView => {
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

const ageBanner = (input: Age, localization: Localization): BannerView | null => {
  if (input.stale) return savedBanner(input, localization);
  if (input.as_of === null || !isLate(input.as_of, input.now)) return null;
  return lateBanner(Date.parse(input.now) - Date.parse(input.as_of), localization);
};

const frozenBanner = (
  { address, query, sources, launches, newest, now }: BannerInput,
  { text, formats }: Localization,
): BannerView | null => {
  if (newest === null || !isFrozen(launches, newest, now)) return null;
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

/** What is out of the ordinary about the age of the data; nothing when all is well. */
export const buildAgeBanners = (input: Age, localization: Localization): BannerView[] =>
  [ageBanner(input, localization)].filter((banner) => banner !== null);

/** What is out of the ordinary about the data; nothing when all is well. */
export const buildBanners = (input: BannerInput, localization: Localization): BannerView[] => [
  ...buildAgeBanners(input, localization),
  ...[frozenBanner(input, localization)].filter((banner) => banner !== null),
];
