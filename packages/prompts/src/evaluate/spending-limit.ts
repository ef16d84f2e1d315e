import { PromptError } from '../errors.ts';
import type { PromptRunner, RunAnswer, RunRequest } from '../ports/prompt-runner.ts';

/** A runner that stops before a limit of money is passed. */
export interface LimitedRunner extends PromptRunner {
  /** What was spent so far, integer nano-dollars. */
  spentNanoUsd(): bigint;
  /** True once a call was refused because it might have passed the limit. */
  readonly exhausted: boolean;
}

/**
 * Lets calls through as long as the most that they can cost still fits: what is running is held, what is done is counted.
 * A call that no longer fits rejects and calls nobody. Where no worst case is known a limit cannot be kept: such calls
 * reject as well. A call that fails is counted at its worst case, since nobody knows what it cost.
 */
export function withSpendingLimit(runner: PromptRunner, options: { readonly limitNanoUsd: bigint }): LimitedRunner {
  let spent = 0n;
  let held = 0n;
  let exhausted = false;
  return {
    get exhausted() {
      return exhausted;
    },
    spentNanoUsd: () => spent,
    worstCaseNanoUsd: (request) => runner.worstCaseNanoUsd(request),
    async run(request: RunRequest, runOptions): Promise<RunAnswer> {
      const worst = runner.worstCaseNanoUsd(request);
      if (worst === null) {
        throw new PromptError(
          'invalid-input',
          `${request.modelProvider}/${request.modelName} has no price, so that no limit of money can be kept: give it a price.`,
        );
      }
      if (spent + held + worst > options.limitNanoUsd) {
        exhausted = true;
        throw new PromptError('invalid-input', 'The limit of money is reached: no further call is made.');
      }
      held += worst;
      try {
        const answer = await runner.run(request, runOptions);
        spent += answer.costNanoUsd ?? worst;
        return answer;
      } catch (error) {
        spent += worst;
        throw error;
      } finally {
        held -= worst;
      }
    },
  };
}
