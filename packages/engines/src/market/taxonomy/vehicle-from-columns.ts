import type { Body, Vehicle } from '../vehicle.ts';
import { bodyAt } from './body-words.ts';
import { canonicalMake, UNKNOWN_NAME } from './canonical-make.ts';
import { driveOf } from './drive-words.ts';
import { rulesOf } from './make-rules.ts';
import { readMarks } from './marks/read-marks.ts';
import { parseByLines } from './parse-by-lines.ts';
import { spellModel } from './model-spelling.ts';
import { modelLength } from './parse-other-make.ts';
import { readWords } from './read-words.ts';
import { spellWords } from './spell-word.ts';
import { splitWords } from './split-words.ts';

/** What a source with one column a property says of a car; empty text where it says nothing. */
export interface VehicleColumns {
  readonly make: string;
  readonly model: string;
  readonly trim?: string | null;
  readonly body?: string | null;
  readonly modelYear: number | null;
}

/** Drive, doors, cylinders and fillers that wholesale systems put before the trim. */
const CODES = /^(?:[24]x[24]|[24]wd|awd|fwd|rwd|\d{1,2}c|[2-5]dr|[2-5]d|null|n\/a)$/;
/** First words of models that are no model by themselves. */
const BEGINNINGS = new Set(['range', 'santa', 'land', 'grand', 'town', 'monte', 'crown', 'pt', 'fj', 'el', 'de']);
const ENGINES = /^[lviw]\d{1,2}$/;

/** The first body that the words of a column name, wherever they name it. */
function bodyIn(words: readonly string[]): Body | null {
  for (let at = 0; at < words.length; at += 1) {
    const named = bodyAt(words, at);
    if (named !== null) return named.body;
  }
  return null;
}

/** Takes the body out of a model name such as `G Sedan`; a name that is nothing else stays. */
function modelWords(words: readonly string[]): readonly string[] {
  const { rest } = readWords(words);
  return rest.length === 0 ? words : rest;
}

/**
 * Words of the model and of the trim, after words of the model that stand in the column of the trim (`Range`, `Rover
 * Sport HSE`) have been put back.
 */
function wholeModel(
  make: string,
  columns: VehicleColumns,
): { readonly model: readonly string[]; readonly trim: readonly string[] } {
  const model = spellModel(make, splitWords(columns.model));
  const trim = splitWords(columns.trim ?? '');
  if (model.length !== 1 || !BEGINNINGS.has(model[0] ?? '')) return { model, trim };
  const words = [...model, ...trim];
  const length = modelLength(words);
  return { model: words.slice(0, length), trim: words.slice(length) };
}

/**
 * Reads a car from separate columns, in any case, into the same canonical names as {@link parseVehicle}. A trim column
 * that says nothing but codes (an engine aside) gives `null` for makes without rules; the codes stay in `unknownWords`.
 */
export function vehicleFromColumns(columns: VehicleColumns): Vehicle {
  const make = canonicalMake(columns.make);
  const { model, trim } = wholeModel(make, columns);
  const bodyColumn = splitWords(columns.body ?? '');
  const columnBody = bodyIn(bodyColumn);
  const rules = rulesOf(make);
  if (rules !== undefined) {
    const bodyWords = columnBody === null ? [] : [columnBody];
    const words = [...model, ...trim.filter((word) => !model.includes(word)), ...bodyWords];
    const ruled = parseByLines(words, { make: rules, modelYear: columns.modelYear });
    if (ruled !== null) return { make, ...ruled };
  }
  const withoutCodes = trim.filter((word) => !CODES.test(word));
  const engineIsTrim = withoutCodes.every((word) => ENGINES.test(word));
  const named = engineIsTrim ? withoutCodes : withoutCodes.filter((word) => !ENGINES.test(word));
  const readTrim = readWords(named);
  const readModel = readWords(model);
  return {
    make,
    model: model.length === 0 ? UNKNOWN_NAME : spellWords(modelWords(model)),
    generation: null,
    trim: readTrim.rest.length === 0 ? null : spellWords(readTrim.rest),
    body: columnBody ?? readTrim.body ?? readModel.body,
    transmission: readTrim.transmission ?? readModel.transmission,
    gearbox: readTrim.gearbox ?? readModel.gearbox,
    gears: readTrim.gears ?? readModel.gears,
    drive: driveOf([...trim, ...model]),
    ...readMarks(trim, (at) => !named.includes(trim[at] ?? '')),
  };
}
