export type Transmission = 'manual' | 'automatic';

export type Body =
  | 'coupe'
  | 'cabriolet'
  | 'targa'
  | 'speedster'
  | 'roadster'
  | 'sedan'
  | 'wagon'
  | 'hatchback'
  | 'suv'
  | 'truck'
  | 'van';

/**
 * What a free text says a car is. Fields are `null` where the text does not say; nothing is guessed. Words that no
 * rule understood are kept in `unknownWords`, lower case, in the order of the text.
 */
export interface Vehicle {
  /** Canonical spelling, such as `Porsche`. */
  readonly make: string;
  /** Model line, such as `911`, `Boxster`, `Cayenne`; leading words of the text where the make has no rules. */
  readonly model: string;
  /** Factory generation, such as `993`, `997.2`, `G-Series`. */
  readonly generation: string | null;
  /** Trim in canonical spelling, such as `Carrera S`, `GT3 RS`. */
  readonly trim: string | null;
  readonly body: Body | null;
  readonly transmission: Transmission | null;
  readonly unknownWords: readonly string[];
}
