import type { IsoDate } from '../market/calendar.ts';
import { centsFact, countFact, dateFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { statementSentence } from './statement.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

/** What the language models of some days cost. */
export interface CostSubject {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Integer nano-dollars. */
  readonly costNanoUsd: bigint;
  readonly callCount: number;
  /** Texts that were served, those from templates and from the cache included. */
  readonly textCount: number;
  /** Texts of a model that were refused by the proof; `null` where nobody counted, and nothing is said of it. */
  readonly refusedTextCount: number | null;
  /** Texts that came out of the cache; `null` where nobody counted. */
  readonly cachedTextCount: number | null;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'cost-template-1';
const NANO = 1_000_000_000;

/** Writes what the words cost, for how many texts, and how many of them were refused. */
export async function writeCostText(subject: CostSubject, options: WritingOptions): Promise<WrittenInsight> {
  return writeInsight(
    {
      type: 'cost',
      analysisDate: subject.to,
      model: null,
      trim: null,
      generation: null,
      dataPointCount: subject.callCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `What the words cost up to ${slot('to', 'day')}`, facts: [] },
      body: bodyOf(
        {
          lead: [total(subject)],
          standard: [proof(subject)],
          detailed: [
            statementSentence('method', {
              value: 'costs are booked call by call from the usage that the provider reports',
              n: subject.callCount,
              formula: 'how costs are counted',
            }),
          ],
        },
        options,
      ),
    },
    options,
  );
}

function total(subject: CostSubject): Passage {
  const { callCount: n, textCount } = subject;
  const cost = Number(subject.costNanoUsd) / NANO;
  const facts = [
    dateFact('from', { value: subject.from, n, formula: 'earliest day counted', role: 'start' }),
    dateFact('to', { value: subject.to, n, formula: 'latest day counted', role: 'end' }),
    countFact('calls', { value: n, noun: 'call of a language model', n, formula: 'calls in the ledger' }),
  ];
  if (n === 0) {
    return {
      text: `From ${slot('from', 'day')} to ${slot('to', 'day')} ${slot('none', 'clause')}.`,
      facts: [
        ...facts,
        statementFact('none', {
          value: 'no language model was called, so the words cost nothing',
          n,
          formula: 'calls in the ledger',
        }),
      ],
    };
  }
  return {
    text: `From ${slot('from', 'day')} to ${slot('to', 'day')}, ${slot('calls', 'noun')} cost ${slot('cost', 'cents')} for ${slot('texts', 'noun')}${textCount === 0 ? '' : `, or ${slot('cost.each', 'cents')} a text`}.`,
    facts: [
      ...facts,
      centsFact('cost', {
        value: cost,
        currency: 'USD',
        n,
        formula: 'sum of the ledger',
        words: ['cost', 'costs', 'spent', 'paid', 'total', 'bill', 'came'],
      }),
      countFact('texts', { value: textCount, noun: 'served text', n: textCount, formula: 'texts that were served' }),
      ...(textCount === 0
        ? []
        : [
            centsFact('cost.each', {
              value: cost / textCount,
              currency: 'USD',
              n: textCount,
              formula: 'cost over texts served',
              words: ['text', 'each', 'apiece'],
            }),
          ]),
    ],
  };
}

function proof(subject: CostSubject): Passage | null {
  const { refusedTextCount, cachedTextCount, textCount: n } = subject;
  if (n === 0 || refusedTextCount === null || cachedTextCount === null) return null;
  return {
    text: `${slot('cached', 'percent')} of the texts came out of the cache, and the proof refused ${slot('refused', 'noun')}.`,
    facts: [
      shareFact('cached', {
        value: cachedTextCount / n,
        n,
        formula: 'texts from the cache over texts served',
        words: ['cache', 'cached', 'kept'],
      }),
      countFact('refused', {
        value: refusedTextCount,
        noun: 'draft',
        n,
        formula: 'texts of a model that were not proved',
        words: ['refused', 'rejected', 'proof'],
      }),
    ],
  };
}
