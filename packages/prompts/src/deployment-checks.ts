import { PromptError } from './errors.ts';
import type { PromptTestStore } from './evaluate/prompt-test-store.ts';
import type { CapabilityCheck } from './ports/capability-check.ts';
import type { LLMPrompt, PromptDraft } from './prompt.ts';

/** Refuses parameters that the model does not take, and those that nobody can check. */
export async function assertParameters(
  prompt: PromptDraft,
  capabilities: CapabilityCheck | 'unchecked' | undefined,
): Promise<void> {
  const { modelProvider, modelName, temperature, maxOutputTokens, effort, type } = prompt;
  if (capabilities === 'unchecked') return;
  if (capabilities === undefined) {
    if (temperature === undefined && effort === undefined) return;
    const what = [
      ...(temperature === undefined ? [] : ['a temperature']),
      ...(effort === undefined ? [] : ['an effort']),
    ];
    throw new PromptError(
      'not-configured',
      `"${type}" sets ${what.join(' and ')}, and nobody knows whether ${modelName} takes it: pass a CapabilityCheck, or "unchecked".`,
    );
  }
  const faults = await capabilities.faultsOf({
    modelProvider,
    modelName,
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(effort === undefined ? {} : { effort }),
  });
  if (faults.length > 0)
    throw new PromptError('unfit-parameters', `"${type}" cannot run as it is: ${faults.join(' ')}`);
}

/** Refuses a version for a protected label unless its last run on its own model passed. */
export async function assertDeployable(
  prompt: LLMPrompt,
  options: { readonly label: string; readonly tests: PromptTestStore | undefined },
): Promise<void> {
  const { type, id, version } = prompt;
  const runs = await options.tests?.list({ type, promptId: id, ownModel: true, limit: 1 });
  const last = runs?.[0];
  if (last?.outcome === 'passed') return;
  const what =
    last === undefined ? 'has no test run' : `did not pass its last test run (${last.outcome}: ${last.reason})`;
  throw new PromptError(
    'not-tested',
    `"${options.label}" is protected and version ${version} of "${type}" ${what}: test it first.`,
  );
}
