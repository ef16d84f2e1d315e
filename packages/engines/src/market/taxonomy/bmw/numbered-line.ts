import type { VehicleMark } from '../../vehicle-mark.ts';
import type { Body, Drive } from '../../vehicle.ts';
import type { Generation, ModelLine, ModelYears, Trim } from '../model-line.ts';
import { spellWord } from '../spell-word.ts';

/** The years of a trim in one generation; `true` for all years of the generation. */
type Made = Readonly<Record<string, ModelYears | true>>;

/** A trim whose name is its wording, such as `325i` or `330ci zhp`. */
export interface NumberedTrim {
  /** Lower case; the first is the name, the others further wordings of it. */
  readonly words: string | readonly [string, ...string[]];
  readonly made: Made;
  /** Spelling of the name, where the rules of spelling would not give it. */
  readonly name?: string;
  readonly body?: Body;
  readonly onlyBody?: Body;
  readonly drive?: Drive;
  readonly marks?: readonly VehicleMark[];
}

/** A line whose trims are numbers, such as the 3 Series. */
export interface NumberedLine {
  readonly model: string;
  readonly names: readonly string[];
  readonly generations: readonly Generation[];
  readonly trims: readonly NumberedTrim[];
  readonly body?: Body;
  readonly usualBody?: Body;
  readonly drive?: Drive;
}

const ALL_WHEEL = /(?:^|\s)(?:\d{3}xi|\d{3}ix|m?\d{3}[a-z]* xdrive|xdrive\d.*)$/;

function trimOf(trim: NumberedTrim, generations: readonly Generation[]): Trim {
  const { words, made, name, ...rest } = trim;
  const wordings = typeof words === 'string' ? [words] : words;
  const years = Object.entries(made).map(([generation, own]): [string, ModelYears] => {
    const whole = generations.find((known) => known.name === generation)?.years;
    if (whole === undefined) throw new Error(`${wordings[0]} names no generation of its line: ${generation}`);
    return [generation, own === true ? whole : own];
  });
  return {
    name: name ?? wordings[0]?.split(' ').map(spellWord).join(' ') ?? '',
    words: wordings,
    made: Object.fromEntries(years),
    ...(ALL_WHEEL.test(wordings[0] ?? '') ? { drive: 'all-wheel' } : {}),
    ...rest,
  };
}

/** A table of numbers as a model line. A BMW drives its rear wheels unless line or trim say otherwise. */
export function numberedLine(line: NumberedLine): ModelLine {
  return { drive: 'rear-wheel', ...line, trims: line.trims.map((trim) => trimOf(trim, line.generations)) };
}
