import type { CaseResult } from '../evaluate/prompt-test-run.ts';

const MARK = '\n\nExamples of good answers:\n';
const LONGEST_EXAMPLE = 2000;

/**
 * The instructions with some answers that passed, one input and answer each; what was there of examples is replaced. `null`
 * where no answer of the training cases passed.
 */
export function withExamples(
  systemPrompt: string,
  options: { readonly results: readonly CaseResult[]; readonly count: number; readonly random: () => number },
): string | null {
  const { results, count, random } = options;
  const good = results.flatMap(({ passed, variables, repeats }) => {
    const answer = repeats[0]?.answer;
    if (!passed || answer === null || answer === undefined) return [];
    const example = `Input: ${JSON.stringify(variables)}\nAnswer: ${answer}`;
    // A slot in an example would be read as one that takes another prompt in.
    return example.length > LONGEST_EXAMPLE || /\{\{\s*include:/.test(example) ? [] : [example];
  });
  if (good.length === 0) return null;
  const chosen: string[] = [];
  const rest = [...good];
  while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  const [instructions] = systemPrompt.split(MARK);
  return `${instructions}${MARK}${chosen.join('\n---\n')}`;
}
