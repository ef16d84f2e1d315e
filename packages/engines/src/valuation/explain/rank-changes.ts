import { addMonthsToDay, type IsoDate } from '../../market/calendar.ts';
import type { Body, Transmission } from '../../market/vehicle.ts';
import type { CarFacts, FittedValuation } from '../valuation.ts';

/** What a change changes; `age` is a year that passes while the car stands and the market holds its level. */
export type ChangedFact = 'mileage' | 'age' | 'transmission' | 'body' | 'colour' | 'condition' | 'option';

/** One fact of a car changed and everything else left as it is. */
export interface ValueChange {
  readonly fact: ChangedFact;
  /** The fact as it is and as it would be, in words or digits; `null` for an option that is absent. */
  readonly from: string | null;
  readonly to: string | null;
  /** The value with the change, whole currency units. */
  readonly amount: number;
  /** `amount` less the value without the change. */
  readonly difference: number;
}

/** Choices that the cars at hand really come with. */
export interface CarAlternatives {
  readonly transmissions: readonly Transmission[];
  readonly bodies: readonly Body[];
  readonly colours: readonly string[];
  readonly options: readonly string[];
}

/** A distance that is driven in one or two years, in the unit of the car. */
const FURTHER_DISTANCE = 10_000;
const BEST_CONDITION = 5;

/**
 * What would change the value most: every realistic single change, valued anew and ranked by how far it moves the
 * value; changes that leave it as it is are left out. Empty where the car itself is not valued.
 */
export function rankChanges(
  car: CarFacts,
  options: {
    readonly valuation: FittedValuation;
    readonly alternatives: CarAlternatives;
    /** Default: the day of the fit. */
    readonly valuedOn?: IsoDate;
  },
): readonly ValueChange[] {
  const { valuation, valuedOn = valuation.asOf } = options;
  const now = valuation.value(car, { valuedOn });
  if (now.status !== 'ok') return [];
  const changes: ValueChange[] = [];
  for (const { changed, on = valuedOn, ...told } of possibleChanges(car, { ...options, valuedOn })) {
    const then = valuation.value(changed, { valuedOn: on });
    if (then.status !== 'ok' || then.amount === now.amount) continue;
    changes.push({ ...told, amount: then.amount, difference: then.amount - now.amount });
  }
  return changes.sort((left, right) => Math.abs(right.difference) - Math.abs(left.difference));
}

interface PossibleChange extends Pick<ValueChange, 'fact' | 'from' | 'to'> {
  readonly changed: CarFacts;
  readonly on?: IsoDate;
}

function possibleChanges(
  car: CarFacts,
  { alternatives, valuedOn }: { readonly alternatives: CarAlternatives; readonly valuedOn: IsoDate },
): readonly PossibleChange[] {
  const { vehicle, mileage, condition } = car;
  const possible: PossibleChange[] = [];
  const distances = mileage === null ? [] : [mileage + FURTHER_DISTANCE, mileage - FURTHER_DISTANCE];
  for (const distance of distances) {
    if (distance < 0) continue;
    possible.push({
      fact: 'mileage',
      from: String(mileage),
      to: String(distance),
      changed: { ...car, mileage: distance },
    });
  }
  if (car.modelYear !== null) {
    const later = addMonthsToDay(valuedOn, 12);
    possible.push({ fact: 'age', from: valuedOn, to: later, changed: car, on: later });
  }
  for (const transmission of alternatives.transmissions) {
    if (transmission === vehicle.transmission) continue;
    const changed = { ...car, vehicle: { ...vehicle, transmission } };
    possible.push({ fact: 'transmission', from: vehicle.transmission, to: transmission, changed });
  }
  for (const body of alternatives.bodies) {
    if (body === vehicle.body) continue;
    possible.push({ fact: 'body', from: vehicle.body, to: body, changed: { ...car, vehicle: { ...vehicle, body } } });
  }
  for (const colour of alternatives.colours) {
    if (colour === car.color) continue;
    possible.push({ fact: 'colour', from: car.color, to: colour, changed: { ...car, color: colour } });
  }
  for (const grade of condition === null ? [] : [condition - 1, condition + 1]) {
    if (grade < 1 || grade > BEST_CONDITION) continue;
    const changed = { ...car, condition: grade };
    possible.push({ fact: 'condition', from: String(condition), to: String(grade), changed });
  }
  for (const option of new Set([...car.optionCodes, ...alternatives.options])) {
    const has = car.optionCodes.includes(option);
    const optionCodes = has ? car.optionCodes.filter((code) => code !== option) : [...car.optionCodes, option];
    const [from, to] = has ? [option, null] : [null, option];
    possible.push({ fact: 'option', from, to, changed: { ...car, optionCodes } });
  }
  return possible;
}
