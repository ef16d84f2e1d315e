import { VEHICLE_MARKS, type VehicleMark } from '../../vehicle-mark.ts';
import { gearboxAt } from '../gearbox-words.ts';
import { MARK_WORDINGS, type MarkWording } from './mark-wordings.ts';
import { markOfShape } from './mark-patterns.ts';

/** Marks of a car, and the words that tell more than they do. */
export interface ReadMarks {
  /** In the order of `VEHICLE_MARKS`. */
  readonly marks: readonly VehicleMark[];
  /** In the order of the text. */
  readonly unknownWords: readonly string[];
}

const CONVERSIONS = new Set(['conversion', 'converted', 'swap', 'swapped']);

function wordingAt(words: readonly string[], at: number): MarkWording | null {
  const known = MARK_WORDINGS.get(words[at] ?? '') ?? [];
  return known.find((wording) => wording.words.every((word, offset) => words[at + offset] === word)) ?? null;
}

/** Words of a conversion of the gearbox at a position, such as `6-speed manual conversion`; 0 where there is none. */
function gearboxConversionAt(words: readonly string[], at: number): number {
  let end = at;
  for (let gearbox = gearboxAt(words, end); gearbox !== null; gearbox = gearboxAt(words, end)) end += gearbox.length;
  return end > at && CONVERSIONS.has(words[end] ?? '') ? end + 1 - at : 0;
}

/**
 * Reads the marks of a text. Only words that no other rule understood can begin to be one, so the `Touring` of a trim is
 * none; words that say no more than their mark leave the unknown words, all others stay.
 *
 * @param words the whole text, in which wordings are looked for
 * @param isUnknown whether the word at a position was left over by the rules of the make
 */
export function readMarks(words: readonly string[], isUnknown: (at: number) => boolean): ReadMarks {
  const found = new Set<VehicleMark>();
  const understood = new Set<number>();
  const take = (at: number, length: number): void => {
    for (let offset = 0; offset < length; offset += 1) understood.add(at + offset);
  };
  const anyUnknown = (at: number, length: number): boolean =>
    Array.from({ length }, (_, offset) => at + offset).some(isUnknown);

  for (let at = 0; at < words.length; at += 1) {
    const conversion = gearboxConversionAt(words, at);
    if (conversion > 0 && anyUnknown(at, conversion)) {
      found.add('gearbox-swap');
      take(at, conversion);
      at += conversion - 1;
      continue;
    }
    const wording = wordingAt(words, at);
    if (wording !== null && anyUnknown(at, wording.words.length)) {
      found.add(wording.mark);
      if (!wording.keepsWords) take(at, wording.words.length);
      at += wording.words.length - 1;
      continue;
    }
    const shape = isUnknown(at) ? markOfShape(words[at] ?? '') : null;
    if (shape !== null) found.add(shape);
  }
  return {
    marks: VEHICLE_MARKS.filter((mark) => found.has(mark)),
    unknownWords: words.filter((_, at) => isUnknown(at) && !understood.has(at)),
  };
}

/** Both lists of marks as one, each mark once, in the order of `VEHICLE_MARKS`. */
export function uniteMarks(first: readonly VehicleMark[], second: readonly VehicleMark[]): readonly VehicleMark[] {
  return VEHICLE_MARKS.filter((mark) => first.includes(mark) || second.includes(mark));
}
