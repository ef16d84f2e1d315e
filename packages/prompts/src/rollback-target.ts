import type { PromptDeployment } from './prompt.ts';

/**
 * The version to go back to, from the deployments of a label, newest first; `null` where there is none. A deployment of
 * what ran directly before is read as a step back, so that going back twice goes back two versions and not forth again.
 */
export function rollbackTarget(history: readonly PromptDeployment[]): string | null {
  const running: string[] = [];
  for (const { promptId } of [...history].reverse()) {
    if (running.at(-1) === promptId) continue;
    if (running.at(-2) === promptId) running.pop();
    else running.push(promptId);
  }
  return running.at(-2) ?? null;
}
