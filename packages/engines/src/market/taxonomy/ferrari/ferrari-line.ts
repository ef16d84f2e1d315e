import type { VehicleMark } from '../../vehicle-mark.ts';
import type { Body, Drive } from '../../vehicle.ts';
import type { ModelLine, ModelYears } from '../model-line.ts';

/** A trim as the tables below write it. */
export interface FerrariTrim {
  readonly name: string;
  /** Default: the name in lower case. The empty wording stands for a text that names no trim. */
  readonly words?: readonly string[];
  readonly body?: Body;
  readonly onlyBody?: Body;
  readonly drive?: Drive;
  readonly marks?: readonly VehicleMark[];
  /** By series; default: all series of the line, in all their years. */
  readonly made?: Readonly<Record<string, ModelYears>>;
}

/** A model line as the tables below write it. */
export interface FerrariTable {
  readonly model: string;
  /** Default: the model in lower case. */
  readonly names?: readonly string[];
  /** Wordings that mean the line where none is named. */
  readonly impliedBy?: readonly string[];
  /** Series of the factory with their model years; a line of one series is named after the model. */
  readonly series: Readonly<Record<string, ModelYears>>;
  /** Words that name a series. */
  readonly seriesWords?: Readonly<Record<string, readonly string[]>>;
  readonly trims?: readonly FerrariTrim[];
  readonly body?: Body;
  readonly usualBody?: Body;
  readonly drive?: Drive;
}

/** Makes a model line of a table. Without trims it has one, `Base`, which every text means. */
export function ferrariLine(table: FerrariTable): ModelLine {
  const { model, names, series, seriesWords, trims = [{ name: 'Base', words: ['base', ''] }], ...rest } = table;
  return {
    drive: 'rear-wheel',
    ...rest,
    model,
    names: names ?? [model.toLowerCase()],
    generations: Object.entries(series).map(([name, years]) => ({ name, years, words: seriesWords?.[name] ?? [] })),
    trims: trims.map(({ name, words, made, ...trim }) => ({
      name,
      words: words ?? [name.toLowerCase()],
      made: made ?? series,
      ...trim,
    })),
  };
}
