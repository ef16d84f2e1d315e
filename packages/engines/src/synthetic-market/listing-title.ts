import { rulesOf } from '../market/taxonomy/make-rules.ts';
import type { Body, Vehicle } from '../market/vehicle.ts';
import type { SyntheticCar } from './synthetic-car.ts';

/** Bodies that a seller names: a Boxster is open and a Cayenne an SUV without a word of it. */
const NAMED_BODIES: Readonly<Partial<Record<Body, string>>> = {
  coupe: 'Coupe',
  cabriolet: 'Cabriolet',
  targa: 'Targa',
};

/** The title as a seller would write it, such as `2018 Porsche 911 GT3 Coupe 6-Speed`. */
export function listingTitle(car: SyntheticCar): string {
  const { plan } = car;
  const words = [String(car.modelYear), 'Porsche', soldAs(car), plan.trim, bodyWord(car), gearboxWord(car)];
  return words.filter((word) => word !== null && word !== '').join(' ');
}

/** The name on the car: the Boxster and the Cayman of type 982 are sold as 718. */
function soldAs({ plan }: SyntheticCar): string {
  return plan.generation === '982' ? `718 ${plan.model}` : plan.model;
}

/** The word for the body, or `null` where the model has only one. */
export function bodyWord(car: SyntheticCar): string | null {
  return car.plan.model === '911' || car.plan.model === '356' ? (NAMED_BODIES[car.body] ?? null) : null;
}

/** The word for the gearbox, or `null` where the model has only one kind. */
export function gearboxWord(car: SyntheticCar): string | null {
  const { manualShare, modelYears } = car.plan;
  if (car.transmission === 'manual') {
    if (modelYears[0] >= 2012 && car.plan.model === '911' && car.plan.vehicleClass === 'sports') return '7-Speed';
    if (modelYears[1] < 1974) return '4-Speed';
    return modelYears[0] >= 1995 ? '6-Speed' : '5-Speed';
  }
  if (manualShare === 0 && car.plan.vehicleClass === 'daily') return null;
  return modelYears[0] >= 2009 ? 'PDK' : 'Tiptronic';
}

const GEARBOX_OF_WORD: Readonly<Record<string, Pick<Vehicle, 'gearbox' | 'gears'>>> = {
  '4-Speed': { gearbox: 'manual', gears: 4 },
  '5-Speed': { gearbox: 'manual', gears: 5 },
  '6-Speed': { gearbox: 'manual', gears: 6 },
  '7-Speed': { gearbox: 'manual', gears: 7 },
  PDK: { gearbox: 'dual-clutch', gears: null },
  Tiptronic: { gearbox: 'torque-converter', gears: null },
};

/** What the title tells of gearbox and driven wheels, by the word for the one and the trim for the other. */
export function drivetrain(car: SyntheticCar): Pick<Vehicle, 'gearbox' | 'gears' | 'drive'> {
  const { plan } = car;
  const line = rulesOf('Porsche')?.lines.find(({ model }) => model === plan.model);
  const trim = line?.trims.find(({ name, made }) => name === plan.trim && Object.hasOwn(made, plan.generation));
  const gearbox = GEARBOX_OF_WORD[gearboxWord(car) ?? ''] ?? { gearbox: null, gears: null };
  return { ...gearbox, drive: trim?.drive ?? line?.drive ?? null };
}
