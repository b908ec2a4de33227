import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import type { TimeView } from '../language/times.ts';
import { instantView } from '../language/times.ts';
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

/** Where the time stands in a sentence until it is known what is before it, and what behind. */
const PLACE = '\u0000';

const savedBanner = ({ as_of, now }: Age, localization: Localization): BannerView => {
  const { text, formats } = localization;
  const iso = as_of ?? now;
  const isToday = dayOf(iso) === dayOf(now);
  const sentence = text(isToday ? 'banner.saved' : 'banner.saved_on', { time: PLACE });
  const [before = '', ending = ''] = sentence.split(PLACE);
  const time: TimeView = isToday
    ? { iso, precision: 'minute', text: formats.time(iso), format: 'clock-zone' }
    : instantView(iso, localization);
  return { kind: 'saved', sentence: before, time, ending, link: null };
};

const plainBanner = (
  kind: BannerView['kind'],
  sentence: string,
  link: BannerView['link'] = null,
): BannerView => ({ kind, sentence, time: null, ending: '', link });

const lateBanner = (age: number, { text }: Localization): BannerView =>
  plainBanner('late', text('banner.late', { span: formatSpan(age, text) }));

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
  return plainBanner(
    'neutral',
    text('banner.frozen', { month }),
    query.source === living ? null : link,
  );
};

/** What is out of the ordinary about the age of the data; nothing when all is well. */
export const buildAgeBanners = (input: Age, localization: Localization): BannerView[] =>
  [ageBanner(input, localization)].filter((banner) => banner !== null);

/** What is out of the ordinary about the data; nothing when all is well. */
export const buildBanners = (input: BannerInput, localization: Localization): BannerView[] => [
  ...buildAgeBanners(input, localization),
  ...[frozenBanner(input, localization)].filter((banner) => banner !== null),
];
