import type { VehicleMark } from './vehicle-mark.ts';

export type Transmission = 'manual' | 'automatic';

/** How a gearbox shifts, where a text names it; `automated-manual` is F1, SMG and the like, one clutch without a pedal. */
export type GearboxKind = 'manual' | 'automated-manual' | 'dual-clutch' | 'torque-converter' | 'continuous';

export type Drive = 'all-wheel' | 'rear-wheel' | 'front-wheel';

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
  /** Model line, such as `911`, `3 Series`, `F355`; leading words of the text where the make has no rules. */
  readonly model: string;
  /** Factory generation, such as `993`, `997.2`, `E46`. */
  readonly generation: string | null;
  /** Trim in canonical spelling, such as `Carrera S`, `GT3 RS`, `330Ci ZHP`. */
  readonly trim: string | null;
  readonly body: Body | null;
  readonly transmission: Transmission | null;
  /** `null` where the text says no more than `automatic`, or nothing. */
  readonly gearbox: GearboxKind | null;
  /** Forward speeds of the gearbox. */
  readonly gears: number | null;
  /** Driven wheels; `null` where neither text nor trim tells. */
  readonly drive: Drive | null;
  /** What sets this car apart from others of its trim: each mark once, in the order of `VEHICLE_MARKS`. */
  readonly marks: readonly VehicleMark[];
  readonly unknownWords: readonly string[];
}

/** A car of which nothing is known but its names. */
export function vehicleNamed(names: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>): Vehicle {
  const { make, model, generation, trim } = names;
  const nothing = { body: null, transmission: null, gearbox: null, gears: null, drive: null };
  return { make, model, generation, trim, ...nothing, marks: [], unknownWords: [] };
}
