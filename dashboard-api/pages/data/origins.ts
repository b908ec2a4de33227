import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Localization } from '../language/localization.ts';

/** Where the launches of a source come from, and on what terms. */
export interface OriginView {
  /** What the source is, and its terms. */
  paragraphs: string[];
  links: { href: string; label: string }[];
}

/** The source's own sites, by the key of their name. */
const SITES: Readonly<Record<LaunchSource, Readonly<Record<string, string>>>> = {
  'launch-library': {
    site: 'https://thespacedevs.com/llapi',
    faq: 'https://github.com/TheSpaceDevs/Tutorials/blob/main/faqs/faq_LL2.md',
  },
  spacex: {
    site: 'https://github.com/r-spacex/SpaceX-API',
    documentation: 'https://github.com/r-spacex/SpaceX-API/tree/master/docs',
    notice: 'https://github.com/r-spacex/SpaceX-API/issues/1243',
    licence: 'https://github.com/r-spacex/SpaceX-API/blob/master/LICENSE',
  },
};

export const buildOrigin = (source: LaunchSource, { text }: Localization): OriginView => ({
  paragraphs: [text(`origin.${source}`), text(`origin.${source}.terms`)],
  links: Object.entries(SITES[source]).map(([name, href]) => ({
    href,
    label: text(`origin.${name}`),
  })),
});
