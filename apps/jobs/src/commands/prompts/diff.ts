import { resolve } from 'node:path';
import type { DiffPart, GoldenInput } from '@pa/prompts';
import { readCases } from '@pa/prompts/files';
import { formatCost } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { splitReference, withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts diff`: two versions line by line, and what the cases make of each. */
export async function diff({
  context,
  from,
  to,
  options,
}: {
  readonly context: CommandContext;
  readonly from: string;
  readonly to: string;
  readonly options: { readonly folder: string };
}): Promise<void> {
  const { type, selector } = splitReference(from);
  const other = splitReference(/^[@:]/.test(to) ? `${type}${to}` : to);
  const cases = await readCases(resolve(context.folder, options.folder), type).catch(() => []);
  const inputs: readonly GoldenInput[] = cases.map(({ id, variables }) => ({ name: id, variables }));
  await withPromptDesk(context, async ({ manager }) => {
    const found = await manager.diff(type, { from: selector, to: other.selector, inputs });
    context.terminal.result(found, () =>
      [
        `${type}@${found.from.version} -> ${type}@${found.to.version}`,
        ...found.parameters.map(({ name, before, after }) => `${name}: ${before ?? 'none'} -> ${after ?? 'none'}`),
        `--- system ---\n${marked(found.systemPrompt)}`,
        `--- user ---\n${marked(found.userPromptTemplate)}`,
        ...(found.rendered.length === 0
          ? []
          : [
              table(
                found.rendered.map(({ input, before, after, fault }) => [
                  input,
                  fault ?? `${before?.tokens ?? '-'} -> ${after?.tokens ?? '-'}`,
                  fault === null ? `${cost(before?.costNanoUsd)} -> ${cost(after?.costNanoUsd)}` : '-',
                ]),
                { head: ['case', 'tokens, about', 'cost of the input'] },
              ),
            ]),
      ].join('\n\n'),
    );
  });
}

function cost(nanoUsd: bigint | null | undefined): string {
  return nanoUsd === null || nanoUsd === undefined ? '-' : formatCost(nanoUsd);
}

const MARKS = { same: '  ', added: '+ ', removed: '- ' } as const;

function marked(parts: readonly DiffPart[]): string {
  if (parts.every(({ kind }) => kind === 'same')) return '(the same)';
  return parts
    .flatMap(({ kind, text }) =>
      text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => MARKS[kind] + line),
    )
    .join('\n');
}
