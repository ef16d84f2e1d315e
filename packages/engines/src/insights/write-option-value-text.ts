import type { IsoDate } from '../market/calendar.ts';
import type { Interval } from '../market/interval.ts';
import type { MarketScope } from '../market/price.ts';
import type { Vehicle } from '../market/vehicle.ts';
import { countFact, nameFact, priceFact, shareFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { vehicleName } from './segment-name.ts';
import { statementSentence } from './statement.ts';
import { vary } from './vary.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

/** What is known of the worth of one option. */
export interface OptionValueSubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly vehicle: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>;
  /** As a person says it, such as `ceramic brakes`. */
  readonly optionName: string;
  /** What the option adds to the price of the typical car, whole currency units; negative where it takes off. */
  readonly amount: number;
  /** The same as a share of the price of the car without it. */
  readonly share: number;
  /** Of the amount. */
  readonly interval: Interval;
  readonly withCount: number;
  readonly withoutCount: number;
  /** Part of its list price that a buyer of a used car pays; `null` where no list price is known. */
  readonly retainedShare: number | null;
  /** False where the interval holds 0: then nothing is claimed. */
  readonly isClear: boolean;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'option-value-template-1';

/** Writes what an option is worth in a used car, how sure that is, and on how many cars it rests. */
export async function writeOptionValueText(
  subject: OptionValueSubject,
  options: WritingOptions,
): Promise<WrittenInsight> {
  const { vehicle, withCount, withoutCount } = subject;
  return writeInsight(
    {
      type: 'option_value',
      analysisDate: subject.asOf,
      model: vehicle.model,
      trim: vehicle.trim,
      generation: vehicle.generation,
      dataPointCount: withCount + withoutCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `What ${slot('option', 'text')} is worth in a ${slot('car', 'text')}`, facts: [] },
      body: bodyOf(
        {
          lead: [worth(subject)],
          standard: [support(subject)],
          detailed: [
            statementSentence('method', {
              value:
                'the estimate holds trim, age, mileage and the other options fixed, and shrinks options that few cars have',
              n: withCount,
              formula: 'how the estimate is made',
            }),
          ],
        },
        options,
      ),
    },
    options,
  );
}

function worth(subject: OptionValueSubject): Passage {
  const { asOf, amount, share, interval, market, withCount: n } = subject;
  const name = vehicleName(subject.vehicle);
  const facts = [
    nameFact('option', { value: subject.optionName, formula: 'name of the option' }),
    nameFact('car', { value: name, formula: 'name of the segment' }),
    shareFact('share', {
      value: share,
      n,
      formula: 'effect of the option on the price, as a share of the price without it',
      words: ['price', 'value', 'worth', 'adds', 'car', 'cars'],
    }),
    priceFact('amount', {
      value: Math.abs(amount),
      currency: market.currency,
      n,
      formula: 'effect of the option on the price of the typical car, without its sign',
      words: ['price', 'value', 'worth', 'adds', 'takes', 'effect', 'comes'],
    }),
    ...rangeFacts(interval, { currency: market.currency, n }),
  ];
  const range = `the ${slot('range.level', 'whole')} interval runs from ${slot('range.lower', 'full')} to ${slot('range.upper', 'full')}`;
  if (!subject.isClear) {
    return {
      text: `${slot('unclear', 'sentence')}: ${range}.`,
      facts: [
        ...facts,
        ...statementSentence('unclear', {
          value: `no clear worth of ${subject.optionName} in a ${name} can be told`,
          n,
          formula: 'the interval of the effect holds 0',
        }).facts,
      ],
    };
  }
  const deed = `${subject.optionName} in a ${name} ${amount >= 0 ? 'adds to' : 'takes off'} the price`;
  const lead = vary<string>(
    [
      `${slot('deed', 'sentence')}: ${slot('amount', 'about')}, which puts it ${slot('share', 'comparison')} ${slot('bare', 'clause')}`,
      `${slot('deed', 'sentence')} by ${slot('amount', 'about')}, and leaves it ${slot('share', 'comparison')} ${slot('bare', 'clause')}`,
    ],
    { day: asOf, subject: `${name} ${subject.optionName}` },
  );
  return {
    text: `${lead}; ${range}.`,
    facts: [
      ...facts,
      ...statementSentence('deed', { value: deed, n, formula: 'sign of the effect' }).facts,
      ...statementSentence('bare', {
        value: 'that of an equal car that lacks it',
        n,
        formula: 'what the price is compared with',
      }).facts,
    ],
  };
}

function rangeFacts(interval: Interval, evidence: { readonly currency: string; readonly n: number }) {
  return [
    shareFact('range.level', {
      value: interval.confidenceLevel,
      n: evidence.n,
      formula: 'share of such intervals that should hold the truth',
      role: 'level',
    }),
    priceFact('range.lower', {
      value: interval.lower,
      ...evidence,
      formula: 'lower bound of the effect',
      role: 'lower',
      with: ['range.level'],
    }),
    priceFact('range.upper', {
      value: interval.upper,
      ...evidence,
      formula: 'upper bound of the effect',
      role: 'upper',
      with: ['range.level'],
    }),
  ];
}

function support(subject: OptionValueSubject): Passage {
  const { withCount, withoutCount, retainedShare } = subject;
  const n = withCount + withoutCount;
  const counts = `It rests on ${slot('cars.with', 'noun')} and ${slot('cars.without', 'noun')}.`;
  const facts = [
    countFact('cars.with', {
      value: withCount,
      noun: 'sale with it',
      n,
      formula: 'sales of cars that have the option',
    }),
    countFact('cars.without', {
      value: withoutCount,
      noun: 'sale without it',
      n,
      formula: 'sales of cars that do not have it',
    }),
  ];
  if (retainedShare === null || retainedShare < 0) return { text: counts, facts };
  return {
    text: `${counts} That is ${slot('retained', 'whole')} of its list price.`,
    facts: [
      ...facts,
      shareFact('retained', {
        value: retainedShare,
        n,
        formula: 'worth in the typical used car over list price',
        words: ['list', 'sticker', 'paid'],
      }),
    ],
  };
}
