import { prepareChromium, skipReason } from './chromium.ts';

/** Variable under which the test files find the browser. */
export const CHROMIUM_VARIABLE = 'TEST_CHROMIUM';

/** Jest's global setup of the browser tests: unpacks the browser once, before any of them. */
const setup = async (): Promise<void> => {
  const reason = skipReason();
  if (reason !== null) {
    process.stdout.write(`Browser tests are skipped: ${reason}\n`);
    return;
  }
  process.env[CHROMIUM_VARIABLE] = JSON.stringify(await prepareChromium());
};

export default setup;
