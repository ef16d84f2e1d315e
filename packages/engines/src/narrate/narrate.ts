import type { Fact, InsightType } from '../market/insight.ts';
import { factSheet } from './fact-sheet.ts';
import { type FilledText, fillSlots } from './fill-slots.ts';
import type { ProvedClaim } from './prove-text.ts';
import type { Writer, WrittenText } from './writer.ts';

/** Why a text was not served. */
export interface NarrationFailure {
  /** 1 for the first text of the language model, 2 for its repair, `template` for our own. */
  readonly attempt: 1 | 2 | 'template';
  readonly code: 'writer-failed' | Extract<FilledText, { readonly status: 'fault' }>['code'];
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
  /** Every place of the text that states something, with the fact that proves it. Empty for the reserve text. */
  readonly claims: readonly ProvedClaim[];
  /** Texts that were not served, in order. */
  readonly failures: readonly NarrationFailure[];
}

/** The label of every text about generated data. */
export const SYNTHETIC_LABEL = 'This is synthetic data: the cars and the prices are made up.';

/**
 * What is served where even the template is not proved, as with a car whose name reads as a claim: it claims nothing, and
 * the facts stand beside it.
 */
export const RESERVE_TEXT = 'The findings are listed as facts beside this text.';

/**
 * Writes a text about facts: by a language model where one is given, else by the template. What the model writes is
 * compiled and proved; one repair is asked for, then the template is served and the failures are reported. What cannot be
 * proved is never served, and never an error.
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
    const result = fillSlots(written.text, sheet);
    if (result.status === 'ok') {
      const { provider, requestedModel, servedModel, promptVersion } = written;
      const origin = { provider, requestedModel, servedModel, promptVersion, costNanoUsd };
      return { text: label(result.text), claims: result.claims, ...origin, aiGenerated: true, failures };
    }
    failures.push({ attempt, code: result.code, reasons: result.reasons });
  }
  const own = fillSlots(template, sheet);
  if (own.status !== 'ok') failures.push({ attempt: 'template', code: own.code, reasons: own.reasons });
  return {
    text: label(own.status === 'ok' ? own.text : RESERVE_TEXT),
    claims: own.status === 'ok' ? own.claims : [],
    provider: 'none',
    requestedModel: 'template',
    servedModel: 'template',
    promptVersion: options.templateVersion,
    costNanoUsd,
    aiGenerated: false,
    failures,
  };
}
