import type { BrowserContext } from 'playwright-core';

const REPORT = '__reportViolation';

/** Runs in each page before its own scripts, and outside of its policy. */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  window.${REPORT}(event.effectiveDirective + ' blocked ' + (event.blockedURI || event.sourceFile)));`;

const leaves = (url: string, origin: string): boolean =>
  !/^(?:data|blob|about):/.test(url) && new URL(url).origin !== origin;

/**
 * Collects what goes wrong in every page of a context.
 * @param origin of the site under test; a request to another one is a complaint
 * @returns the list it goes on filling
 */
export const watch = async (context: BrowserContext, origin: string): Promise<string[]> => {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (webError) => complaints.push(`error: ${webError.error().message}`));
  context.on('request', (request) => {
    if (leaves(request.url(), origin)) complaints.push(`request: ${request.url()}`);
  });
  await context.exposeFunction(REPORT, (text: string) => complaints.push(`policy: ${text}`));
  await context.addInitScript(REPORT_VIOLATIONS);
  return complaints;
};
