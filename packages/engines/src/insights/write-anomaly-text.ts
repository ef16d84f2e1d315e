import type { Anomaly, AnomalyType } from '../market/anomaly.ts';
import { dateFact, nameFact, priceFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { statementSentence } from './statement.ts';
import { slot } from '../narrate/slot.ts';
import { anomalySentence } from './anomaly-passage.ts';
import type { Passage } from './passage.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

export interface AnomalyTextSubject {
  readonly anomaly: Anomaly;
  /** Model, generation and trim for filing. Default: not filed under a model. */
  readonly vehicle?: { readonly model: string; readonly generation: string | null; readonly trim: string | null };
}

const TEMPLATE_VERSION = 'anomaly-template-2';
const NAMED_FACTORS = 3;

/** Effects smaller than this on the log scale are not worth a word. */
const LEAST_EFFECT = 0.01;

const ADVICE: Readonly<Record<AnomalyType, string>> = {
  undervalued: 'that can be a chance or a hidden defect: see the car and its papers before acting',
  overvalued: 'ask what justifies the price, or offer what the market pays',
  unusual_options: 'its equipment is rare in the segment, so few sales speak for its price',
  data_quality:
    'a gap like this usually comes from a slip of the keyboard and not from the market: check price and mileage at the source',
};

/** Writes why a listing stands out, how sure that is, and what to do about it. */
export async function writeAnomalyText(subject: AnomalyTextSubject, options: WritingOptions): Promise<WrittenInsight> {
  const { anomaly, vehicle } = subject;
  return writeInsight(
    {
      type: 'anomaly',
      analysisDate: anomaly.detectedOn,
      model: vehicle?.model ?? null,
      trim: vehicle?.trim ?? null,
      generation: vehicle?.generation ?? null,
      dataPointCount: 1,
      synthetic: anomaly.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: {
        text: `${slot('anomaly.title', 'text')}: ${slot('anomaly.deviation', 'comparison')} what is to be expected`,
        facts: [],
      },
      body: bodyOf(
        {
          lead: [anomalySentence(anomaly, { prefix: 'anomaly' })],
          standard: [
            range(anomaly),
            factors(anomaly),
            statementSentence('advice', { value: ADVICE[anomaly.type], n: 1, formula: 'by the kind of the finding' }),
          ],
        },
        options,
      ),
    },
    options,
  );
}

function range(anomaly: Anomaly): Passage {
  const evidence = { currency: anomaly.price.currency, n: 1 };
  return {
    text: `On ${slot('detected', 'day')} a ${slot('range.level', 'whole')} interval for such a car ran from ${slot('range.low', 'about')} to ${slot('range.high', 'about')}. ${slot('severity', 'sentence')}.`,
    facts: [
      dateFact('detected', { value: anomaly.detectedOn, n: 1, formula: 'day of the finding', role: 'day' }),
      shareFact('range.level', {
        value: 0.9,
        n: 1,
        formula: 'share of such intervals that should hold the price',
        role: 'level',
      }),
      priceFact('range.low', {
        value: anomaly.expectedLow,
        ...evidence,
        formula: 'lower bound of the expected price',
        role: 'lower',
      }),
      priceFact('range.high', {
        value: anomaly.expectedHigh,
        ...evidence,
        formula: 'upper bound of the expected price',
        role: 'upper',
      }),
      statementFact('severity', {
        value: `the finding is rated ${anomaly.severity}`,
        n: 1,
        formula: 'from the probability that a look at it confirms it',
      }),
    ],
  };
}

function factors(anomaly: Anomaly): Passage | null {
  const named = anomaly.contributingFactors
    .filter((factor) => Math.abs(factor.logEffect) >= LEAST_EFFECT)
    .toSorted((a, b) => Math.abs(b.logEffect) - Math.abs(a.logEffect))
    .slice(0, NAMED_FACTORS)
    .map((factor, index): Passage => {
      const id = `factors.${String(index + 1)}`;
      return {
        text: `${slot(`${id}.name`, 'text')} (${slot(`${id}.effect`, 'comparison')} expectation)`,
        facts: [
          nameFact(`${id}.name`, { value: factor.name, formula: factor.description }),
          shareFact(`${id}.effect`, {
            value: Math.expm1(factor.logEffect),
            n: 1,
            formula: 'its part of the deviation of the price',
            with: [`${id}.name`],
            words: ['expectation', 'expected', 'gap', 'part', 'parts', 'contributes', 'share'],
          }),
        ],
      };
    });
  if (named.length === 0) return null;
  return {
    text: `What the gap is made of: ${named.map((passage) => passage.text).join(', ')}.`,
    facts: named.flatMap((passage) => passage.facts),
  };
}
