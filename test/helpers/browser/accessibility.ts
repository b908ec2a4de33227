import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

type Violation = AxeResults['violations'][number];

/** What passed is left in the page: it is most of it, and of no interest here. */
const RUN = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)";

const describeViolation = ({ id, help, nodes }: Violation): string[] =>
  nodes.map(
    ({ target, failureSummary = '' }) =>
      `${id} (${help}) at ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
  );

/** What axe-core finds wrong in the page as it is shown now, by all of its rules; a line a place. */
export const accessibilityViolations = async (page: Page): Promise<string[]> => {
  // Evaluated outside of the page's policy, which has no place for a script that is not the site's own.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const violations = (await page.evaluate(RUN)) as Violation[];
  return violations.flatMap(describeViolation);
};
