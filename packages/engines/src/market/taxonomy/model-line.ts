import type { VehicleMark } from '../vehicle-mark.ts';
import type { Body, Drive } from '../vehicle.ts';

/** First and last model year, both included. */
export type ModelYears = readonly [first: number, last: number];

/** The last model year of what is still made. */
export const STILL_MADE = 9999;

/** One factory generation of a model line. */
export interface Generation {
  /** Canonical name, such as `997.2`. */
  readonly name: string;
  /** Words of a text that mean this generation; a word of two generations (`997`) means either. */
  readonly words: readonly string[];
  /** Model years in which any car of the generation was sold anywhere. Neighbours overlap. */
  readonly years: ModelYears;
  /** Speeds of its manual gearboxes, where that tells neighbours apart. */
  readonly manualGears?: readonly number[];
  /** Model years of each of its bodies, where they came and went at different times; every body that it had. */
  readonly bodies?: Readonly<Partial<Record<Body, ModelYears>>>;
  /** True where every car of the generation has an automatic, so that a text need not say so. */
  readonly automaticOnly?: boolean;
  /** True where only the trims named for it belong to it, so that a model year alone never means it. */
  readonly byTrimOnly?: boolean;
}

/** One trim and the model years it was sold in, by generation. A trim with a gap, or of another body, has two entries. */
export interface Trim {
  /** Canonical spelling, such as `Carrera 4S`. */
  readonly name: string;
  /**
   * Wordings after body and gearbox words are taken out, lower case. The empty wording matches a text that names no
   * trim at all.
   */
  readonly words: readonly string[];
  /** By name of the generation. */
  readonly made: Readonly<Record<string, ModelYears>>;
  /** The entry holds only for texts that name this body. */
  readonly onlyBody?: Body;
  /** Body of every car of this trim, whatever the text says. */
  readonly body?: Body;
  readonly drive?: Drive;
  /** Marks that every car of this trim carries, such as those of a racing car. */
  readonly marks?: readonly VehicleMark[];
}

/** What the taxonomy knows of one model line of a make. */
export interface ModelLine {
  readonly model: string;
  /** Wordings that name the line, lower case; chassis numbers included. */
  readonly names: readonly string[];
  /** Wordings that mean the line where no line is named, such as `carrera`. */
  readonly impliedBy?: readonly string[];
  readonly generations: readonly Generation[];
  readonly trims: readonly Trim[];
  /** Driven wheels of every car of the line that its trim tells nothing else of. */
  readonly drive?: Drive;
  /** Body of every car of the line, whatever the text says. */
  readonly body?: Body;
  /** Body where neither the text nor the trim says. */
  readonly usualBody?: Body;
}
