// Adds up the result files that the test runs left and prints one line: `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from 'node:fs';

const readers = {
  unit(report) {
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },
  browser(report) {
    return {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    };
  },
};

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of process.argv.slice(2)) {
  const path = `test-results/${suite}.json`;
  if (!existsSync(path)) {
    total.failed += 1;
    process.stderr.write(`No result of the ${suite} tests at ${path}: counted as one failure.\n`);
    continue;
  }
  const counts = readers[suite](JSON.parse(readFileSync(path, 'utf8')));
  for (const key of Object.keys(total)) total[key] += counts[key];
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
