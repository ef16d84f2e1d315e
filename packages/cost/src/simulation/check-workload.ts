import { CostError } from '../errors.ts';
import { TASK_CLASSES, type Workload, type WorkloadTask } from './workload.ts';

/** Throws `invalid-workload` with one sentence where a workload cannot be simulated. */
export function checkWorkload(workload: Workload): void {
  if (!(workload.days > 0 && workload.activeHoursPerDay > 0 && workload.activeHoursPerDay <= 24)) {
    throw invalid(`The workload "${workload.name}" needs days above 0 and activeHoursPerDay from 0 to 24.`);
  }
  if (workload.pairings.length === 0)
    throw invalid(`The workload "${workload.name}" has no pairing of models: add one.`);
  for (const task of workload.tasks) checkTask(task);
}

function checkTask(task: WorkloadTask): void {
  const { name, callsPerMonth, inputTokens, outputTokens, sharedPrefixTokens, classes } = task;
  for (const [field, count] of Object.entries({ callsPerMonth, inputTokens, outputTokens, sharedPrefixTokens })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw invalid(`"${field}" of the task "${name}" is ${count}: give a whole number from 0 on.`);
    }
  }
  if (sharedPrefixTokens > inputTokens) {
    throw invalid(`The shared prefix of the task "${name}" is longer than its prompt: give at most ${inputTokens}.`);
  }
  const { rewrittenShare, repeatedShare, templateShare } = task;
  for (const [field, share] of Object.entries({ rewrittenShare, repeatedShare, templateShare, ...classes })) {
    if (!(share >= 0 && share <= 1)) throw invalid(`"${field}" of the task "${name}" is ${share}: give 0 to 1.`);
  }
  const sum = TASK_CLASSES.reduce((total, taskClass) => total + (classes[taskClass] ?? 0), 0);
  if (Math.abs(sum - 1) > 1e-9) throw invalid(`The classes of the task "${name}" add up to ${sum}: make it 1.`);
}

function invalid(message: string): CostError {
  return new CostError('invalid-workload', message);
}
