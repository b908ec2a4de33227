import type { Translate } from '../language/messages.ts';
import { plainShell } from '../rendering/plain-page.ts';
import type { PageContent } from '../rendering/page-renderer.ts';

/** @param place where the issuer's own session ends */
export const signedOutContent = (place: string, text: Translate): PageContent => ({
  template: 'signed-out',
  view: { place },
  shell: plainShell(text('signed_out.title'), '/'),
});
