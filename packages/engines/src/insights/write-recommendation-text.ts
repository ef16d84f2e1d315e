import { HORIZON_MONTHS } from '../market/price-prediction.ts';
import { countFact, dateFact, nameFact, priceFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import { type InvestmentCall, CASE_PROBABILITY, type NetOutcome } from './investment/investment-call.ts';
import type { InvestmentView } from './investment/investment-view.ts';
import type { CallRecord } from './investment/track-record.ts';
import { intervalWords } from './forecast-passage.ts';
import type { Passage } from './passage.ts';
import { segmentSource } from './row-source.ts';
import { vehicleName } from './segment-name.ts';
import { statementSentence } from './statement.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

const TEMPLATE_VERSION = 'recommendation-template-1';

const CALLS: Readonly<Record<InvestmentCall, string>> = {
  buy: 'the rule says buy',
  hold: 'the rule says hold',
  sell: 'the rule says sell',
  no_edge: 'the rule sees no edge in buying, keeping or selling',
};

/**
 * Writes what the rule says, always with the losing case beside the winning one, the record of its past calls and the
 * disclaimer, at every depth. It takes a whole view, which exists with a disclaimer and a consent only.
 */
export async function writeRecommendationText(view: InvestmentView, options: WritingOptions): Promise<WrittenInsight> {
  const { prediction } = view;
  return writeInsight(
    {
      type: 'recommendation',
      analysisDate: prediction.asOf,
      model: prediction.model,
      trim: prediction.trim,
      generation: prediction.generation,
      dataPointCount: prediction.saleCount,
      synthetic: prediction.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `${slot('car', 'text')}: ${slot('call', 'clause')}`, facts: [] },
      body: bodyOf(
        {
          lead: [call(view), cases(view), record(view), statementSentence('disclaimer', disclaimer(view))],
          detailed: [costs(view)],
        },
        options,
      ),
    },
    options,
  );
}

function disclaimer({ disclaimer: { text, version } }: InvestmentView) {
  const value = `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
  return { value, n: 1, formula: `the disclaimer ${version}` };
}

function call(view: InvestmentView): Passage {
  const { prediction } = view;
  const { currency } = prediction.market;
  const n = prediction.saleCount;
  const months = HORIZON_MONTHS[prediction.horizon];
  const source = segmentSource(prediction);
  const interval = intervalWords(prediction, { prefix: 'prediction', confidenceLevel: 0.9, with: ['car'] });
  return {
    text: `${slot('call', 'sentence')} for the ${slot('car', 'text')}, looking ${slot('horizon', 'noun')} ahead. It is worth ${slot('current_price', 'about')} now and is expected at ${slot('predicted_price', 'about')} by ${slot('target', 'month')}${interval.text === '' ? '' : `, with ${interval.text}`}.`,
    facts: [
      statementFact('call', {
        value: CALLS[view.call],
        n,
        formula: 'rule on the forecast distribution net of costs',
        with: ['car'],
      }),
      nameFact('car', { value: vehicleName(prediction), formula: 'name of the segment', n }),
      countFact('horizon', { value: months, noun: 'month', n, formula: 'months looked ahead', role: 'span-ahead' }),
      priceFact('current_price', {
        value: prediction.currentPrice,
        currency,
        n,
        formula: "value of the segment's typical car on the day",
        role: 'now',
        with: ['car'],
        source,
      }),
      priceFact('predicted_price', {
        value: prediction.predictedPrice,
        currency,
        n,
        formula: 'median of the predicted distribution on the target day',
        role: 'ahead',
        with: ['car', 'target'],
        source,
      }),
      dateFact('target', { value: prediction.targetDate, n, formula: 'day the prediction speaks of', role: 'target' }),
      ...interval.facts,
    ],
  };
}

function cases(view: InvestmentView): Passage {
  const isKeeping = view.call === 'hold' || view.call === 'sell';
  const outcome: NetOutcome = isKeeping ? view.keeping : view.buying;
  const deed = isKeeping ? 'keeping' : 'buying';
  const n = view.prediction.saleCount;
  const tenth = `${String(Math.round(CASE_PROBABILITY * 100))} % of cases`;
  const stakeFormula = isKeeping ? 'what selling now would bring' : 'price, buyer fee and transport';
  return {
    text: `${slot('net', 'sentence')}, ${slot('case.win', 'clause')} ends ${slot('case.win.net', 'comparison')} ${slot('stake', 'clause')}, and ${slot('case.lose', 'clause')} ends ${slot('case.lose.net', 'comparison')} ${slot('stake', 'clause')}. ${slot('loss.share', 'whole')} of cases ${slot('loss', 'clause')}.`,
    facts: [
      statementFact('net', {
        value: 'net of every cost, and against what the money would earn elsewhere',
        n,
        formula: 'fees, transport, ownership and the rate of the money are taken off',
      }),
      statementFact('stake', { value: 'the money in it', n, formula: stakeFormula }),
      statementFact('case.win', {
        value: `the winning case of ${deed}`,
        n,
        formula: `the best ${tenth} end there or higher`,
      }),
      shareFact('case.win.net', {
        value: outcome.winningCase,
        n,
        formula: 'net result of the winning case over the money in it',
        with: ['case.win'],
      }),
      statementFact('case.lose', {
        value: `the losing case of ${deed}`,
        n,
        formula: `the worst ${tenth} end there or lower`,
      }),
      shareFact('case.lose.net', {
        value: outcome.losingCase,
        n,
        formula: 'net result of the losing case over the money in it',
        with: ['case.lose'],
      }),
      shareFact('loss.share', {
        value: outcome.probabilityOfLoss,
        n,
        formula: 'probability of a net result below 0 by the forecast distribution',
        with: ['loss'],
      }),
      statementFact('loss', { value: `of ${deed} end with a loss`, n, formula: 'a net result below 0' }),
    ],
  };
}

const RECORD_NOUNS: Readonly<Record<CallRecord['call'], string>> = {
  buy: 'buy call',
  hold: 'hold call',
  sell: 'sell call',
};

function record({ trackRecord }: InvestmentView): Passage {
  const settled = trackRecord.calls.filter(({ settledCount }) => settledCount > 0);
  if (settled.length === 0) {
    return statementSentence('record.none', {
      value: 'no past call of this rule has come due yet, so it has no record to show',
      n: trackRecord.openCount,
      formula: 'calls with a settled price',
    });
  }
  const parts = settled.map(({ call, settledCount: n, rightCount, meanNetResult }): Passage => {
    const id = `record.${call}`;
    return {
      text: `of ${slot(`${id}.settled`, 'noun')}, ${slot(`${id}.right`, 'noun')}, and the mean result was ${slot(`${id}.mean`, 'comparison')} ${slot('stake', 'clause')}`,
      facts: [
        countFact(`${id}.settled`, {
          value: n,
          noun: `settled ${RECORD_NOUNS[call]}`,
          n,
          formula: 'past calls whose target day has passed, none left out',
          role: 'whole',
        }),
        countFact(`${id}.right`, {
          value: rightCount,
          noun: `${RECORD_NOUNS[call]} that came out right`,
          n,
          formula: 'calls after which following them left more than not following them',
          role: 'part',
          with: [`${id}.settled`],
        }),
        shareFact(`${id}.mean`, {
          value: meanNetResult ?? 0,
          n,
          formula: 'mean net result of following the calls over the money in it',
          with: [`${id}.settled`],
          words: ['mean', 'average', 'result'],
        }),
      ],
    };
  });
  return {
    text: `${slot('record.lead', 'sentence')}: ${parts.map((part) => part.text).join('; ')}.`,
    facts: [
      statementFact('record.lead', {
        value: 'the record of this rule',
        n: settled.length,
        formula: 'every past call with a settled price',
      }),
      ...parts.flatMap((part) => part.facts),
    ],
  };
}

function costs({ costs: given, prediction, breakEvenPrice }: InvestmentView): Passage {
  const n = 1;
  const formula = 'as assumed, and open to change';
  const share = (id: string, value: number, label: string) => [
    shareFact(id, { value, n, formula, with: [`${id}.label`] }),
    statementFact(`${id}.label`, { value: label, n, formula }),
  ];
  const stated = (id: string): string => `${slot(id, 'percent')} ${slot(`${id}.label`, 'clause')}`;
  return {
    text: `Assumed are ${stated('cost.buyer')}, ${stated('cost.seller')} and ${stated('cost.ownership')}. ${slot('even', 'sentence')} ${slot('break_even', 'about')}.`,
    facts: [
      ...share('cost.buyer', given.buyerFeeShare, 'for the fee of a buyer'),
      ...share('cost.seller', given.sellerFeeShare, 'for selling'),
      ...share('cost.ownership', given.ownershipShareYearly, 'a year for ownership'),
      statementFact('even', { value: 'buying comes out even at a price of', n, formula: 'net result of 0' }),
      priceFact('break_even', {
        value: breakEvenPrice,
        currency: prediction.market.currency,
        n,
        formula: 'price on the target day at which buying now leaves nothing over',
        with: ['even'],
      }),
    ],
  };
}
