import { diffLines } from 'diff';
import { isPromptError } from './errors.ts';
import { notConfigured, type NotConfigured } from './ports/not-configured.ts';
import type { TokenCounter } from './ports/token-counter.ts';
import type { LLMPrompt } from './prompt.ts';
import { renderTemplate } from './template.ts';

/** Lines of a text that stayed, came or went, in order. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  /** One or more whole lines. */
  readonly text: string;
}

/** Values that a prompt is filled with to see what a change does. */
export interface GoldenInput {
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a whole prompt comes to on one input, system prompt included. */
export interface PromptSize {
  readonly tokens: number;
  /** Price of the input, integer nano-dollars; `null` where the model has none. */
  readonly costNanoUsd: bigint | null;
}

/** A golden input filled into both versions. */
export interface RenderedDiff {
  readonly input: string;
  readonly parts: readonly DiffPart[];
  /** Why one of the versions cannot be filled with this input; `null` where both can. */
  readonly fault: string | null;
  /** `null` where it cannot be counted, or where the version cannot be filled. */
  readonly before: PromptSize | null;
  readonly after: PromptSize | null;
}

/** How a version differs from another. */
export interface PromptDiff {
  readonly from: LLMPrompt;
  readonly to: LLMPrompt;
  /** Model and parameters that differ, as text; `null` where a version has none. */
  readonly parameters: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly systemPrompt: readonly DiffPart[];
  readonly userPromptTemplate: readonly DiffPart[];
  readonly rendered: readonly RenderedDiff[];
  /** Where no tokens are counted, this says why. */
  readonly tokens: { readonly status: 'counted' } | NotConfigured;
}

const PARAMETERS = ['modelProvider', 'modelName', 'temperature', 'maxOutputTokens', 'effort'] as const;

/** Compares two versions: their texts line by line, their parameters, and what golden inputs make of each. */
export async function diffPrompts(
  from: LLMPrompt,
  to: LLMPrompt,
  options: { readonly inputs?: readonly GoldenInput[]; readonly tokenCounter?: TokenCounter } = {},
): Promise<PromptDiff> {
  const { inputs = [], tokenCounter } = options;
  const rendered: RenderedDiff[] = [];
  for (const input of inputs) {
    const before = fill(from, input);
    const after = fill(to, input);
    rendered.push({
      input: input.name,
      parts: before.text === null || after.text === null ? [] : diffTexts(before.text, after.text),
      fault: before.fault ?? after.fault,
      before: await sizeOf(before.text, from, tokenCounter),
      after: await sizeOf(after.text, to, tokenCounter),
    });
  }
  return {
    from,
    to,
    parameters: PARAMETERS.filter((name) => from[name] !== to[name]).map((name) => ({
      name,
      before: textOf(from[name]),
      after: textOf(to[name]),
    })),
    systemPrompt: diffTexts(from.systemPrompt, to.systemPrompt),
    userPromptTemplate: diffTexts(from.userPromptTemplate, to.userPromptTemplate),
    rendered,
    tokens:
      tokenCounter === undefined
        ? notConfigured('TokenCounter', 'Tokens and costs need a TokenCounter: pass one to the PromptManager.')
        : { status: 'counted' },
  };
}

/** Two texts line by line. Joined without what was added they are the first, without what was removed the second. */
export function diffTexts(before: string, after: string): readonly DiffPart[] {
  return diffLines(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function fill(
  prompt: LLMPrompt,
  { variables }: GoldenInput,
): { readonly text: string; readonly fault: null } | { readonly text: null; readonly fault: string } {
  try {
    return { text: renderTemplate(prompt.userPromptTemplate, variables), fault: null };
  } catch (error) {
    if (!isPromptError(error)) throw error;
    return { text: null, fault: `Version ${prompt.version}: ${error.message}` };
  }
}

async function sizeOf(
  userPrompt: string | null,
  prompt: LLMPrompt,
  tokenCounter: TokenCounter | undefined,
): Promise<PromptSize | null> {
  if (userPrompt === null || tokenCounter === undefined) return null;
  const tokens = await tokenCounter.countTokens(`${prompt.systemPrompt}\n${userPrompt}`, prompt);
  return tokens === null ? null : { tokens, costNanoUsd: tokenCounter.inputCostNanoUsd(tokens, prompt) };
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
