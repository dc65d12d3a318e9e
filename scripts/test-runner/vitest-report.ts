import { z } from 'zod';

import type { Count } from './step';

const reportSchema = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts the tests of vitest's JSON report. What did not pass has failed, also what was skipped or is still to
 * be written. A file that broke before or beside its tests is one failed test more, and so are errors outside
 * of all tests.
 *
 * @throws when the text is no report of vitest.
 */
export function countReport(text: string): Count {
  const report = reportSchema.parse(JSON.parse(text));
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    const notPassed = statuses.filter((status) => status !== 'passed').length;
    const brokenFile = statuses.length === 0 || (file.status !== 'passed' && notPassed === 0);
    passed += statuses.length - notPassed;
    failed += notPassed + (brokenFile ? 1 : 0);
  }
  if (failed === 0 && !report.success) failed = 1;
  return { passed, failed };
}
