import type { CommandContext } from '../command-context.ts';
import { splitReference, withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts show`: one version, whole. */
export async function show({
  context,
  reference,
}: {
  readonly context: CommandContext;
  readonly reference: string;
}): Promise<void> {
  const { type, selector } = splitReference(reference);
  await withPromptDesk(context, async ({ manager }) => {
    const { prompt, source } = await manager.getPrompt(type, selector);
    const { version, modelProvider, modelName, temperature, maxOutputTokens, effort, description, createdBy } = prompt;
    const parameters = [
      `model ${modelProvider}/${modelName}`,
      ...(temperature === undefined ? [] : [`temperature ${temperature}`]),
      ...(effort === undefined ? [] : [`effort ${effort}`]),
      ...(maxOutputTokens === undefined ? [] : [`at most ${maxOutputTokens} tokens`]),
    ];
    context.terminal.result({ ...prompt, source }, () =>
      [
        `${type}@${version}${source === 'bundled' ? ' (bundled: nothing of it is deployed)' : ''}, by ${createdBy}: ${description}`,
        parameters.join(', '),
        `--- system ---\n${prompt.systemPrompt}`,
        `--- user ---\n${prompt.userPromptTemplate}`,
      ].join('\n\n'),
    );
  });
}
