import { describe } from '@jest/globals';
import { preparedChromium } from './browser.ts';

export type { TestBrowser, TestPage } from './browser.ts';
export { startBrowser } from './browser.ts';

/** `describe` where a browser runs; otherwise the tests are skipped, and the setup has said why. */
export const describeInBrowser = preparedChromium() === undefined ? describe.skip : describe;
