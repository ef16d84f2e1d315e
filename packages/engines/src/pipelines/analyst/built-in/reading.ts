import type { IsoDate } from '../../../market/calendar.ts';
import type { MetricExceptions, NumberBounds } from '../../../market/ports/market-metrics.ts';
import type { TimeHorizon } from '../../../market/price-prediction.ts';
import type { VehicleMark } from '../../../market/vehicle-mark.ts';
import type { MarketVocabulary } from './market-vocabulary.ts';
import type { NamePhrases } from './name-phrases.ts';
import { mendQuestion } from './mend-question.ts';
import { questionText } from './question-text.ts';
import { type ReadBounds, readBounds } from './read-bounds.ts';
import { readExclusions } from './read-exclusions.ts';
import { readFamilies } from './read-families.ts';
import { readHorizon, readMonthsAhead } from './read-horizon.ts';
import { type CarBefore, readTrimTails } from './read-trim-tails.ts';
import { type ReadModelYears, readModelYears } from './read-model-years.ts';
import { readMarks } from './read-marks.ts';
import { type NamedStatistic, readStatistic } from './read-statistic.ts';
import { type Period, readPeriods } from './read-period.ts';
import { readOptionCodes, type ReadProperties, readProperties } from './read-properties.ts';
import { readVehicles, type VehicleMention } from './read-vehicles.ts';

/** Everything that the rules find in a question. */
export interface Reading extends Omit<ReadBounds, 'rest'>, Omit<ReadProperties, 'rest'>, Omit<ReadModelYears, 'rest'> {
  /** The whole question as the rules read it. */
  readonly whole: string;
  /** The question without the words of a statistic. */
  readonly text: string;
  /** A statistic beside the everyday ones; `null` where none is named. */
  readonly statistic: NamedStatistic | null;
  /** True where a statistic is asked for that nobody can tell here. */
  readonly isStatisticUnclear: boolean;
  readonly periods: readonly Period[];
  readonly optionCodes: readonly string[];
  readonly marks: readonly VehicleMark[];
  /** What is left out. */
  readonly except: MetricExceptions;
  /** True where cars with an option stand against those without. */
  readonly isContrast: boolean;
  readonly mentions: readonly VehicleMention[];
  /** Generations that are meant together without their names: `air-cooled`. */
  readonly generationsMeant: readonly string[];
  readonly horizon: TimeHorizon | null;
  /** How many months ahead the question looks, which may be further than anything is predicted. */
  readonly monthsAhead: number | null;
  /** Words that no reader has used. */
  readonly rest: string;
}

const MOST_PERIODS = 2;

/** Reads a question. Readers take their words out one after the other, so that no word counts twice. */
export function readQuestion(
  question: string,
  options: {
    readonly asOf: IsoDate;
    readonly phrases: NamePhrases;
    readonly vocabulary: MarketVocabulary;
    /** What a bare number bounds: miles where the question before it did. */
    readonly bare: 'price' | 'miles';
    /** The car that was spoken of before, if any. */
    readonly before: CarBefore | null;
  },
): Reading {
  const { asOf, phrases, vocabulary, bare, before } = options;
  const whole = readTrimTails(mendQuestion(questionText(question), { phrases }), { before, vocabulary, phrases });
  const { generationsMeant, rest: afterFamilies } = readFamilies(whole, { vocabulary });
  const { statistic, isStatisticUnclear, rest: text } = readStatistic(afterFamilies);
  const horizon = readHorizon(text, { asOf });
  const { rest: afterYears, ...years } = readModelYears(text, { phrases, asOf });
  const { periods: found, rest: afterPeriods } = readPeriods(afterYears, { asOf, most: MOST_PERIODS });
  // `By June 2027` is how far a forecast looks, and no days of sales.
  const periods = horizon === null ? found : found.filter(({ from = '' }) => from <= asOf);
  const { rest: afterBounds, ...bounds } = readBounds(afterPeriods, { bare });
  const { except, isContrast, rest: afterExclusions } = readExclusions(afterBounds, { phrases, vocabulary });
  const { marks, rest: afterMarks } = readMarks(afterExclusions);
  const { optionCodes, rest: afterOptions } = readOptionCodes(afterMarks);
  const { mentions: named, rest: afterVehicles } = readVehicles(afterOptions, { phrases, vocabulary });
  const mentions = ofModelYear(named, years.modelYears);
  const { rest, ...properties } = readProperties(afterVehicles);
  const read = {
    whole,
    text,
    statistic,
    isStatisticUnclear,
    periods,
    ...bounds,
    ...years,
    marks,
    except,
    isContrast,
    optionCodes,
    mentions,
    generationsMeant,
  };
  return { ...read, ...properties, horizon, monthsAhead: readMonthsAhead(text, { asOf }), rest };
}

/** `The Turbo, a 2003`: a single model year is that of the car beside it. */
function ofModelYear(
  mentions: readonly VehicleMention[],
  { atLeast, atMost }: NumberBounds = {},
): readonly VehicleMention[] {
  const [only] = mentions;
  if (atLeast === undefined || atLeast !== atMost || mentions.length !== 1 || only?.modelYear !== undefined) {
    return mentions;
  }
  return [{ ...only!, modelYear: { from: atLeast, to: atLeast } }];
}
