import type { PromptTestCase } from '@pa/prompts';
import { writePredictionText } from '../insights/write-prediction-text.ts';
import type { WritingOptions } from '../insights/written-insight.ts';
import type { MarketIndexStore } from '../market/ports/market-index-store.ts';
import type { PredictionLedger } from '../market/ports/prediction-ledger.ts';
import { marketKey } from '../market/price.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { factSheet } from '../narrate/fact-sheet.ts';
import { fillSlots } from '../narrate/fill-slots.ts';
import { findSlots } from '../narrate/slot.ts';
import type { WritingRequest } from '../narrate/writer.ts';
import { writingVariables } from '../narrate/writing-variables.ts';
import type { StoredAnalysis } from './stored-analysis.ts';

/** How much of what the template says a text may leave out. */
const LEAST_SHARE_TOLD = 0.6;

/**
 * Cases for the prompt that predictions are told under: what a language model would have been asked about the predictions of
 * an analysis. A text is right where every claim is proved, and better the more of the template's facts it tells.
 */
export async function predictionCases(
  analysis: Pick<StoredAnalysis, 'market' | 'asOf'>,
  options: {
    readonly ledger: PredictionLedger;
    readonly indices: MarketIndexStore;
    readonly now: () => number;
    readonly limit: number;
  },
): Promise<readonly PromptTestCase[]> {
  const { market, asOf } = analysis;
  const entries = await options.ledger.list({ market: marketKey(market), asOf, limit: options.limit });
  const cases: PromptTestCase[] = [];
  for (const { prediction } of entries) {
    const index = (await options.indices.latest({ market, segment: prediction.segment, asOf }))?.index ?? null;
    const request = await askedOf((writing) => writePredictionText({ prediction, index }, writing), options);
    if (request !== null) cases.push(caseOf(prediction, request));
  }
  return cases;
}

/** What a writer would have been asked; `null` where it would not have been. */
async function askedOf(
  write: (writing: WritingOptions) => Promise<unknown>,
  { now }: { readonly now: () => number },
): Promise<WritingRequest | null> {
  let asked: WritingRequest | null = null;
  await write({
    now,
    newId: () => 'case',
    writer: async (request) => {
      asked ??= request;
      // The template speaks then, and is thrown away.
      throw new TypeError('only asked');
    },
  });
  return asked;
}

function caseOf({ id }: PricePrediction, request: WritingRequest): PromptTestCase {
  const sheet = factSheet(request.facts);
  const told = new Set(findSlots(request.templateText).map((slot) => slot.factId));
  return {
    id,
    variables: writingVariables(request),
    assertions: [
      {
        name: 'every claim is proved',
        kind: 'check',
        check(answer) {
          const filled = fillSlots(answer, sheet);
          return filled.status === 'ok'
            ? { passed: true, reason: 'Every claim is proved.' }
            : { passed: false, reason: filled.reasons.join(' ') };
        },
      },
      {
        name: 'tells most of what the template tells',
        kind: 'check',
        check(answer) {
          const slots = new Set(findSlots(answer).map((slot) => slot.factId));
          const share = told.size === 0 ? 1 : [...told].filter((factId) => slots.has(factId)).length / told.size;
          return {
            passed: share >= LEAST_SHARE_TOLD,
            score: share,
            reason: `${Math.round(share * 100)} % of the facts of the template are told.`,
          };
        },
      },
    ],
  };
}
