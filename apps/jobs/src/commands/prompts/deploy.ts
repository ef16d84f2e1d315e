import { CommandError } from '../../errors.ts';
import type { CommandContext } from '../command-context.ts';
import { operator, splitReference, withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts deploy`: lets a label name a version. */
export async function deploy({
  context,
  reference,
  options,
}: {
  readonly context: CommandContext;
  readonly reference: string;
  readonly options: { readonly label: string; readonly reason: string };
}): Promise<void> {
  const { type, selector } = splitReference(reference);
  await withPromptDesk(context, async ({ manager, stores }) => {
    const { prompt, source } = await manager.getPrompt(type, selector);
    if (source === 'bundled') {
      throw new CommandError('NOT_STORED', `"${type}" is only bundled so far: pull it, push it, and deploy ${type}@1.`);
    }
    const before = await stores.prompts.byLabel({ type, label: options.label });
    const deployment = await manager.deployPrompt(prompt.id, {
      ...options,
      deployedBy: operator(),
      expectedPromptId: before?.id ?? null,
    });
    context.terminal.result(
      deployment,
      () =>
        `"${options.label}" of ${type} names version ${prompt.version}; it named ${before === null ? 'nothing' : `version ${before.version}`}.`,
    );
  });
}

/** `pa prompts rollback`: lets a label name what it named before. */
export async function rollback({
  context,
  type,
  options,
}: {
  readonly context: CommandContext;
  readonly type: string;
  readonly options: { readonly label: string; readonly reason: string };
}): Promise<void> {
  await withPromptDesk(context, async ({ manager, stores }) => {
    const deployment = await manager.rollback(type, { ...options, deployedBy: operator() });
    const prompt = await stores.prompts.byId(deployment.promptId);
    context.terminal.result(deployment, () => `"${options.label}" of ${type} names version ${prompt?.version} again.`);
  });
}
