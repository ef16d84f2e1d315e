import type { Fact, InsightType } from '../market/insight.ts';
import { checkSlottedText } from './check-slotted-text.ts';
import { compileSlots } from './compile-slots.ts';
import { type FactSheet, factSheet } from './fact-sheet.ts';
import { proveText } from './prove-text.ts';
import { UnprovedTemplateError } from './unproved-template-error.ts';
import type { Writer, WrittenText } from './writer.ts';

/** Why an attempt of the language model was not served. */
export interface NarrationFailure {
  /** 1 for the first text, 2 for its repair. */
  readonly attempt: 1 | 2;
  readonly code: 'writer-failed' | 'not-plain' | 'literal-figure' | 'bad-slot' | 'not-proved';
  /** One sentence each. */
  readonly reasons: readonly string[];
}

/** A text of which every claim is proved. */
export interface Narration {
  readonly text: string;
  /** `none` where no language model wrote the text. */
  readonly provider: string;
  /** `template` where no language model wrote the text. */
  readonly requestedModel: string;
  readonly servedModel: string;
  readonly promptVersion: string;
  /** What the attempts cost, the refused ones included, in integer nano-dollars. */
  readonly costNanoUsd: bigint;
  readonly aiGenerated: boolean;
  /** Attempts of the language model that were not served, in order. */
  readonly failures: readonly NarrationFailure[];
}

/** The label of every text about generated data. */
export const SYNTHETIC_LABEL = 'This is synthetic data: the cars and the prices are made up.';

/**
 * Writes a text about facts: by a language model where one is given, else by the template. What the model writes is
 * compiled and proved; one repair is asked for, then the template is served and the failures are reported.
 */
export async function narrate(options: {
  readonly promptType: InsightType;
  readonly facts: readonly Fact[];
  /** The text with its slots. */
  readonly template: string;
  /** Changes with every change of the template. */
  readonly templateVersion: string;
  /** True where the facts come from generated data. */
  readonly synthetic: boolean;
  readonly writer?: Writer;
}): Promise<Narration> {
  const { promptType, facts, template, synthetic, writer } = options;
  const sheet = factSheet(facts);
  const label = (text: string): string => (synthetic ? `${text}\n\n${SYNTHETIC_LABEL}` : text);
  const failures: NarrationFailure[] = [];
  let costNanoUsd = 0n;
  let previousText: string | null = null;
  for (const attempt of writer === undefined ? [] : ([1, 2] as const)) {
    const faults = failures.at(-1)?.reasons ?? [];
    let written: WrittenText;
    try {
      written = await (writer as Writer)({
        promptType,
        facts,
        templateText: template,
        synthetic,
        faults,
        previousText,
      });
    } catch (error) {
      failures.push({
        attempt,
        code: 'writer-failed',
        reasons: [error instanceof Error ? error.message : String(error)],
      });
      break;
    }
    costNanoUsd += written.costNanoUsd;
    previousText = written.text;
    const result = fill(written.text, sheet);
    if (result.status === 'ok') {
      const { provider, requestedModel, servedModel, promptVersion } = written;
      const origin = { provider, requestedModel, servedModel, promptVersion, costNanoUsd };
      return { text: label(result.text), ...origin, aiGenerated: true, failures };
    }
    failures.push({ attempt, code: result.code, reasons: result.reasons });
  }
  const own = fill(template, sheet);
  if (own.status !== 'ok') throw new UnprovedTemplateError(options.templateVersion, own.reasons);
  return {
    text: label(own.text),
    provider: 'none',
    requestedModel: 'template',
    servedModel: 'template',
    promptVersion: options.templateVersion,
    costNanoUsd,
    aiGenerated: false,
    failures,
  };
}

type Filled =
  | { readonly status: 'ok'; readonly text: string }
  | { readonly status: 'fault'; readonly code: NarrationFailure['code']; readonly reasons: readonly string[] };

/** Compiles a slotted text and proves the result. */
function fill(slottedText: string, sheet: FactSheet): Filled {
  const fault = checkSlottedText(slottedText);
  if (fault !== null) return { status: 'fault', ...fault };
  const compiled = compileSlots(slottedText.trim(), sheet);
  if (compiled.status !== 'ok') return { status: 'fault', code: 'bad-slot', reasons: compiled.faults };
  const figureFactIds = compiled.slots.flatMap((slot) =>
    sheet.get(slot.factId)?.kind === 'name' ? [] : [slot.factId],
  );
  const proof = proveText(compiled.text, { sheet, figureFactIds });
  return proof.status === 'proved'
    ? { status: 'ok', text: compiled.text }
    : { status: 'fault', code: 'not-proved', reasons: proof.faults };
}
