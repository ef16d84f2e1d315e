import type { IsoDate } from '../market/calendar.ts';
import type { MarketScope } from '../market/price.ts';
import type { Vehicle } from '../market/vehicle.ts';
import { countFact, nameFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { vehicleName } from './segment-name.ts';
import { statementSentence } from './statement.ts';
import { vary } from './vary.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

/** The effect of one month of the year on prices. */
export interface SeasonMonth {
  /** 1 for January. */
  readonly month: number;
  /** Relative to the mean of the year: 0.02 is 2 % dearer. */
  readonly effect: number;
  readonly saleCount: number;
}

/** What is known of the season of a segment. */
export interface SeasonSubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly vehicle: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>;
  /** Twelve months in any order. */
  readonly months: readonly SeasonMonth[];
  /** Full years behind it. */
  readonly yearCount: number;
  /** False where the pattern is no more than chance would give. */
  readonly isClear: boolean;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'season-template-2';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A statement, because a season is a time and the proof lets no time stand that no fact gives. */
function heading({ vehicle }: SeasonSubject, n: number): Passage {
  const value = `the season of ${vehicleName(vehicle)} prices`;
  return {
    text: slot('heading', 'sentence'),
    facts: [statementFact('heading', { value, n, formula: 'what the text is about' })],
  };
}

/** Writes in which month such cars are dearest and cheapest, or that no season can be told. */
export async function writeSeasonText(subject: SeasonSubject, options: WritingOptions): Promise<WrittenInsight> {
  const { vehicle } = subject;
  const n = subject.months.reduce((sum, { saleCount }) => sum + saleCount, 0);
  return writeInsight(
    {
      type: 'season',
      analysisDate: subject.asOf,
      model: vehicle.model,
      trim: vehicle.trim,
      generation: vehicle.generation,
      dataPointCount: n,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: heading(subject, n),
      body: bodyOf(
        {
          lead: [pattern(subject, n)],
          standard: [basis(subject, n)],
          detailed: [
            statementSentence('method', {
              value: 'mix, trend and the years themselves are taken out before months are compared',
              n,
              formula: 'how the pattern is found',
            }),
          ],
        },
        options,
      ),
    },
    options,
  );
}

function pattern(subject: SeasonSubject, n: number): Passage {
  const name = vehicleName(subject.vehicle);
  const car = nameFact('car', { value: name, formula: 'name of the segment', n });
  const ordered = subject.months.toSorted((a, b) => b.effect - a.effect || a.month - b.month);
  const dearest = ordered[0];
  const cheapest = ordered.at(-1);
  if (!subject.isClear || dearest === undefined || cheapest === undefined) {
    return {
      text: `For the ${slot('car', 'text')} ${slot('none', 'clause')}.`,
      facts: [
        car,
        statementFact('none', {
          value: 'no season can be told from chance',
          n,
          formula: 'whether the months differ by more than chance gives',
        }),
      ],
    };
  }
  const [high, low] = [monthPassage(dearest, 'dearest'), monthPassage(cheapest, 'cheapest')];
  const text = vary(
    [
      `For the ${slot('car', 'text')} ${slot('season', 'clause')}: ${high.text}, and ${low.text}.`,
      `${slot('season', 'sentence')} for the ${slot('car', 'text')}: ${low.text}, and ${high.text}.`,
    ],
    { day: subject.asOf, subject: name },
  );
  const season = statementFact('season', {
    value: 'prices have a season',
    n,
    formula: 'the months differ by more than chance gives',
  });
  return { text, facts: [car, season, ...high.facts, ...low.facts] };
}

function monthPassage(month: SeasonMonth, id: 'dearest' | 'cheapest'): Passage {
  const n = month.saleCount;
  return {
    text: `${slot(id, 'clause')}, ${slot(`${id}.effect`, 'comparison')} ${slot('mean', 'clause')}`,
    facts: [
      statementFact(id, {
        value: `${MONTH_NAMES[month.month - 1] ?? ''} is the ${id} month`,
        n,
        formula: 'order of the twelve effects',
      }),
      shareFact(`${id}.effect`, {
        value: month.effect,
        n,
        formula: 'effect of the month on the price, less the mean of the twelve',
        with: [id],
      }),
      ...(id === 'dearest'
        ? [
            statementFact('mean', {
              value: 'the mean of the year',
              n: 12,
              formula: 'mean of the twelve effects, which is 0 by construction',
            }),
          ]
        : []),
    ],
  };
}

function basis(subject: SeasonSubject, n: number): Passage {
  return {
    text: `The pattern rests on ${slot('sales', 'noun')} in ${slot('years', 'noun')}.`,
    facts: [
      countFact('sales', { value: n, noun: 'sale', n, formula: 'sales of the segment in these years' }),
      countFact('years', {
        value: subject.yearCount,
        noun: 'full year',
        n,
        formula: 'years with sales in every month',
      }),
    ],
  };
}
