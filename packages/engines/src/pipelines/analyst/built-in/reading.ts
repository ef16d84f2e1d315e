import type { IsoDate } from '../../../market/calendar.ts';
import type { MetricExceptions } from '../../../market/ports/market-metrics.ts';
import type { TimeHorizon } from '../../../market/price-prediction.ts';
import type { VehicleMark } from '../../../market/vehicle-mark.ts';
import type { MarketVocabulary } from './market-vocabulary.ts';
import type { NamePhrases } from './name-phrases.ts';
import { questionText } from './question-text.ts';
import { type ReadBounds, readBounds } from './read-bounds.ts';
import { readExclusions } from './read-exclusions.ts';
import { readHorizon } from './read-horizon.ts';
import { readMarks } from './read-marks.ts';
import { type NamedStatistic, readStatistic } from './read-statistic.ts';
import { type Period, readPeriods } from './read-period.ts';
import { readOptionCodes, type ReadProperties, readProperties } from './read-properties.ts';
import { readVehicles, type VehicleMention } from './read-vehicles.ts';

/** Everything that the rules find in a question. */
export interface Reading extends Omit<ReadBounds, 'rest'>, Omit<ReadProperties, 'rest'> {
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
  readonly horizon: TimeHorizon | null;
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
  },
): Reading {
  const { asOf, phrases, vocabulary, bare } = options;
  const whole = questionText(question);
  const { statistic, isStatisticUnclear, rest: text } = readStatistic(whole);
  const horizon = readHorizon(text, { asOf });
  const { periods, rest: afterPeriods } = readPeriods(text, { asOf, most: MOST_PERIODS });
  const { rest: afterBounds, ...bounds } = readBounds(afterPeriods, { bare });
  const { except, isContrast, rest: afterExclusions } = readExclusions(afterBounds, { phrases, vocabulary });
  const { marks, rest: afterMarks } = readMarks(afterExclusions);
  const { optionCodes, rest: afterOptions } = readOptionCodes(afterMarks);
  const { mentions, rest: afterVehicles } = readVehicles(afterOptions, { phrases, vocabulary });
  const { rest, ...properties } = readProperties(afterVehicles);
  const read = {
    whole,
    text,
    statistic,
    isStatisticUnclear,
    periods,
    ...bounds,
    marks,
    except,
    isContrast,
    optionCodes,
    mentions,
  };
  return { ...read, ...properties, horizon, rest };
}
