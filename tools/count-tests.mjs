// Adds up the result files that the test runs left: names each test that failed, where one reads last, and prints one
// line: `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from 'node:fs';

const readers = {
  unit(report) {
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: report.testResults.flatMap(({ name, message, assertionResults }) => {
        const failed = assertionResults.filter((test) => test.status === 'failed');
        if (failed.length === 0)
          return broken.some((file) => file.name === name) ? [`${name}: ${firstLine(message)}`] : [];
        return failed.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
      }),
    };
  },
  browser(report) {
    return {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
      failures: report.suites.flatMap(function failuresOf(suite) {
        const own = (suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => `${spec.file}: ${spec.title}`);
        return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
      }),
    };
  },
};

function firstLine(text = '') {
  return text.split('\n', 1)[0];
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of process.argv.slice(2)) {
  const path = `test-results/${suite}.json`;
  if (!existsSync(path)) {
    total.failed += 1;
    process.stderr.write(`No result of the ${suite} tests at ${path}: counted as one failure.\n`);
    continue;
  }
  const { failures, ...counts } = readers[suite](JSON.parse(readFileSync(path, 'utf8')));
  for (const key of Object.keys(total)) total[key] += counts[key];
  for (const failure of failures) console.log(`failed: ${failure.replace(`${process.cwd()}/`, '')}`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
