import type { IsoDate } from '../market/calendar.ts';
import { slug } from '../market/segment.ts';
import { canonicalMake } from '../market/taxonomy/canonical-make.ts';
import { listGenerations } from '../market/taxonomy/model-names.ts';
import { nearCandidates } from '../market/taxonomy/near-candidates.ts';
import { resolveSegment } from '../market/taxonomy/resolve-segment.ts';
import { vehicleFromColumns } from '../market/taxonomy/vehicle-from-columns.ts';
import type { Vehicle } from '../market/vehicle.ts';
import { ageAndMiles } from '../valuation/car-description.ts';
import type { CarFacts } from '../valuation/valuation.ts';
import { type UnknownVehicle, unknownVehicle } from './find-segments.ts';
import type { SoldNames } from './value-car-names.ts';
import type { AssumedFact, ValueCarRequest } from './value-car-request.ts';

export interface ValueCarSubject {
  readonly status: 'ok';
  readonly car: CarFacts;
  readonly assumed: readonly AssumedFact[];
}

/** Cars are sold as of a model year that is to come, by so much. */
const YEARS_AHEAD = 2;

type Names = Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>;

/**
 * Makes a car of a person's words: canonical names, the generation that the model year tells, and body and gearbox as
 * most sales of the segment have them where nobody said. Words that name no car are refused with the nearest names.
 */
export function describeSubject(
  request: ValueCarRequest,
  options: { readonly names: SoldNames; readonly asOf: IsoDate },
): ValueCarSubject | UnknownVehicle {
  const lastYear = Number(options.asOf.slice(0, 4)) + YEARS_AHEAD;
  if (request.modelYear > lastYear) {
    return {
      status: 'unknown-vehicle',
      reason: `No car is of model year ${request.modelYear} yet: choose a model year up to ${lastYear}.`,
      candidates: [],
    };
  }
  const named = nameCar(request, options.names);
  if ('status' in named) return named;
  const { modelYear, mileage = null, mileageUnit = 'mi', condition = null } = request;
  // Through the columns the car gets what its names imply, such as the body of a Targa.
  const implied = vehicleFromColumns({ ...named, body: request.body ?? null, modelYear });
  const usual = options.names.usual(named);
  const given = {
    body: request.body ?? implied.body,
    transmission: request.transmission ?? implied.transmission,
  };
  const body = given.body ?? usual.body;
  const transmission = given.transmission ?? usual.transmission;
  const assumed: AssumedFact[] = [];
  if (given.body === null && body !== null) assumed.push('body');
  if (given.transmission === null && transmission !== null) assumed.push('transmission');
  const car = {
    vehicle: { ...implied, ...named, body, transmission, unknownWords: [] },
    modelYear,
    mileage,
    mileageUnit,
    color: request.color?.trim().toLowerCase() || null,
    condition,
    region: request.region?.trim().toLowerCase() || null,
    sellerType: request.sellerType?.trim().toLowerCase() || null,
    optionCodes: (request.optionCodes ?? []).map((code) => code.trim().toLowerCase()).filter(Boolean),
    vin: request.vin?.trim().toUpperCase() || null,
  } as CarFacts;
  if (mileage !== null && Number.isNaN(ageAndMiles(car, options.asOf).miles)) assumed.push('mileage');
  return { status: 'ok', assumed, car };
}

function nameCar(request: ValueCarRequest, names: SoldNames): Names | UnknownVehicle {
  const { make, model, generation, trim } = request;
  const resolved = resolveSegment({ make, model, generation, trim });
  if (resolved.status === 'resolved' && listGenerations(resolved.make, resolved.model).length > 0) {
    return inGeneration(resolved, request);
  }
  // A trim that there is, but not in that generation, is a contradiction and no name that only the sales know.
  if (resolved.status !== 'resolved' && generation !== undefined) {
    if (resolveSegment({ make, model, trim }).status === 'resolved') return unknownVehicle(resolved);
  }
  const sold = soldCar(request, names, resolved.status === 'resolved' ? resolved : null);
  if (sold !== null) return sold;
  return resolved.status === 'resolved' ? unsoldCar(request, names) : unknownVehicle(resolved);
}

/** The generation of a model year among those the words leave open. */
function inGeneration(
  resolved: Names & { readonly generations: readonly string[] },
  { modelYear }: ValueCarRequest,
): Names | UnknownVehicle {
  const { make, model, trim } = resolved;
  const open = listGenerations(make, model).filter(
    ({ name }) =>
      (resolved.generation === null || name === resolved.generation) &&
      (resolved.generations.length === 0 || resolved.generations.includes(name)),
  );
  const made = open.filter(
    ({ firstModelYear, lastModelYear }) => modelYear >= firstModelYear && modelYear <= (lastModelYear ?? 9999),
  );
  const read = vehicleFromColumns({ make, model, trim, modelYear }).generation;
  const chosen = made.find(({ name }) => name === read) ?? made.at(-1);
  if (chosen !== undefined) return { make, model, generation: chosen.name, trim };
  const candidates = open.map(({ name, firstModelYear, lastModelYear }) => {
    return `${name} (${firstModelYear} to ${lastModelYear ?? 'today'})`;
  });
  const car = [make, model, trim].filter((part) => part !== null).join(' ');
  const advice = candidates.length === 0 ? 'check the model year' : `choose a model year of ${candidates.join(', ')}`;
  return { status: 'unknown-vehicle', reason: `No ${car} is of model year ${modelYear}: ${advice}.`, candidates };
}

/** The car under names that it was sold under; the taxonomy knows nothing of most makes. `null` where there is none. */
function soldCar(request: ValueCarRequest, names: SoldNames, read: Names | null): Names | null {
  const make = read?.make ?? canonicalMake(request.make ?? 'Porsche');
  const wanted = [read?.model ?? '', request.model].map(slug);
  const model = names.models(make).find(({ name }) => wanted.includes(slug(name)))?.name;
  const choices = model === undefined ? null : names.choices(make, model);
  if (model === undefined || choices === null) return null;
  const generation = find(choices.generations, request.generation);
  const asked = find(choices.trims, request.trim);
  const trim = asked === undefined && read !== null && read.trim !== null ? find(choices.trims, read.trim) : asked;
  if (generation === undefined || trim === undefined) return null;
  return { make, model, generation, trim };
}

/** `null` where nothing is asked for, `undefined` where nothing is called so. */
function find(known: readonly { readonly name: string }[], asked: string | undefined): string | null | undefined {
  if (asked === undefined || asked.trim() === '') return null;
  return known.find(({ name }) => slug(name) === slug(asked))?.name;
}

function unsoldCar(request: ValueCarRequest, names: SoldNames): UnknownVehicle {
  const make = canonicalMake(request.make ?? 'Porsche');
  const models = names.models(make).map(({ name }) => name);
  const choices = names.choices(make, request.model);
  const [field, given, known] =
    models.length === 0
      ? ['make', make, names.makes.map(({ name }) => name)]
      : choices === null
        ? ['model', request.model, models]
        : find(choices.generations, request.generation) === undefined
          ? ['generation', request.generation ?? '', choices.generations.map(({ name }) => name)]
          : ['trim', request.trim ?? '', choices.trims.map(({ name }) => name)];
  const candidates = nearCandidates(given, known);
  const advice = candidates.length === 0 ? 'check the spelling' : `choose one of ${candidates.join(', ')}`;
  return { status: 'unknown-vehicle', reason: `No ${field} called "${given}" was sold: ${advice}.`, candidates };
}
