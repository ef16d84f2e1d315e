import type { VehicleMark } from '../vehicle-mark.ts';
import type { Vehicle } from '../vehicle.ts';
import { canonicalMake, makeAt, UNKNOWN_NAME } from './canonical-make.ts';
import { looksLikePart } from './looks-like-part.ts';
import { rulesOf } from './make-rules.ts';
import { readMarks, uniteMarks } from './marks/read-marks.ts';
import { parseByLines } from './parse-by-lines.ts';
import { parseOtherMake } from './parse-other-make.ts';
import { splitWords } from './split-words.ts';

/** What a source says of a car in free text. */
export interface VehicleText {
  /** Name of the make, in any spelling; empty where it stands in the text. */
  readonly make: string;
  /** Model, trim, body and gearbox as people write them, with or without make and model year. */
  readonly text: string;
  /** `null` where it is not known; the generation then comes from the words alone. */
  readonly modelYear: number | null;
  /** Words that stand before the name of the car, such as `modified, original-owner` in the title of an auction. */
  readonly foreword?: string;
}

/** Longest text that is read; what follows is no name of a car. */
const LONGEST_TEXT = 2_000;

/** The words of the text without make and model year, and the make where the source gives none. */
function wordsAndMake(source: VehicleText): { readonly words: readonly string[]; readonly make: string } {
  const all = splitWords(source.text.slice(0, LONGEST_TEXT));
  const given = canonicalMake(source.make);
  const year = source.modelYear === null ? null : String(source.modelYear);
  const start = year !== null && all[0] === year ? 1 : 0;
  const named = makeAt(all, start);
  if (given === UNKNOWN_NAME) {
    return { words: all.slice(start + (named?.length ?? 0)), make: named?.make ?? given };
  }
  if (named?.make === given) return { words: all.slice(start + named.length), make: given };
  return { words: start === 1 && all.length > 1 && !isModelNumber(all[0], given) ? all.slice(1) : all, make: given };
}

/** The 2002 is a model of BMW as well as a year. */
function isModelNumber(word: string | undefined, make: string): boolean {
  return make === 'BMW' && (word === '2002' || word === '2000' || word === '1800' || word === '1602');
}

/**
 * Reads a free text such as `911 Carrera S Coupe 6-Speed` as a car. It never throws: what no rule understands stays in
 * `unknownWords`, and what the text does not say is `null`.
 *
 * @example
 * parseVehicle({ make: 'Porsche', text: '911 Carrera S Coupe 6-Speed', modelYear: 2007 });
 * // { make: 'Porsche', model: '911', generation: '997.1', trim: 'Carrera S', body: 'coupe', transmission: 'manual', ... }
 */
export function parseVehicle(source: VehicleText): Vehicle {
  const { words, make } = wordsAndMake(source);
  const rules = rulesOf(make);
  const ruled = rules === undefined ? null : parseByLines(words, { make: rules, modelYear: source.modelYear });
  const car = { make, ...(ruled ?? parseOtherMake(words, make)) };
  const before = readMarks(splitWords((source.foreword ?? '').slice(0, LONGEST_TEXT)), () => true);
  const part: readonly VehicleMark[] = looksLikePart(source.text.slice(0, LONGEST_TEXT)) ? ['part'] : [];
  return {
    ...car,
    marks: uniteMarks([...before.marks, ...part], car.marks),
    unknownWords: [...before.unknownWords, ...car.unknownWords],
  };
}
