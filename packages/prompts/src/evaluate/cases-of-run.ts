import type { PromptTestRun } from './prompt-test-run.ts';
import type { PromptTestCase } from './test-case.ts';

/** The cases of a stored run, to be run again; `null` where one of them was stored without its assertions. */
export function casesOfRun(run: Pick<PromptTestRun, 'cases'>): readonly PromptTestCase[] | null {
  const cases: PromptTestCase[] = [];
  for (const { caseId: id, variables, assertions } of run.cases) {
    if (assertions === undefined) return null;
    cases.push({ id, variables, assertions });
  }
  return cases;
}
