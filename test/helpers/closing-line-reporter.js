import { writeSync } from 'node:fs';

/** Ends the run with one line that says in plain words what passed and what failed. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests ? `, ${results.numPendingTests} skipped` : '';
    // Jest prints its summary after every reporter is done: this line comes last.
    process.once('exit', () => {
      writeSync(1, `\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
    });
  }
}
