import type { Sale } from '../market/listing.ts';
import { segmentsOf, slug } from '../market/segment.ts';
import { listGenerations } from '../market/taxonomy/model-names.ts';
import type { Body, Transmission } from '../market/vehicle.ts';

/** A name with the sales behind it. */
export interface CountedName<Name extends string = string> {
  readonly name: Name;
  readonly saleCount: number;
}

/** A generation with the model years it was made in, where the taxonomy knows them, else those sold. */
export interface SoldGeneration extends CountedName {
  readonly firstModelYear: number | null;
  /** `null` while it is still made. */
  readonly lastModelYear: number | null;
}

/** A trim with the generations it was sold in; the empty list where sales name none. */
export interface SoldTrim extends CountedName {
  readonly generations: readonly string[];
}

/** What sold cars of one model line are like, most frequent first (generations by year). */
export interface LineChoices {
  readonly generations: readonly SoldGeneration[];
  readonly trims: readonly SoldTrim[];
  readonly bodies: readonly CountedName<Body>[];
  readonly transmissions: readonly CountedName<Transmission>[];
  readonly colors: readonly CountedName[];
  readonly options: readonly CountedName[];
}

/** The names under which a market's cars were sold. */
export interface SoldNames {
  /** Most sales first. */
  readonly makes: readonly CountedName[];
  /** Model lines of a make in any spelling, most sales first; empty for one without sales. */
  models(make: string): readonly CountedName[];
  /** `null` for a line without sales. */
  choices(make: string, model: string): LineChoices | null;
  /** What most sales have in the narrowest segment of a car that says it; `null` where none does. */
  usual(vehicle: Parameters<typeof segmentsOf>[0]): {
    readonly body: Body | null;
    readonly transmission: Transmission | null;
  };
}

/** Sales of a colour or an option below which it is not offered as a choice. */
const FEWEST_SALES = 3;

/** Sorts sales by make and line; a line's choices are counted at the first question and kept. */
export function sortSoldNames(sales: readonly Sale[]): SoldNames {
  const makes = new Tally();
  const models = new Map<string, Tally>();
  const lines = new Map<string, Sale[]>();
  for (const sale of sales) {
    const { make, model } = sale.vehicle;
    makes.add(make);
    entryOf(models, slug(make), () => new Tally()).add(model);
    entryOf(lines, `${slug(make)}/${slug(model)}`, (): Sale[] => []).push(sale);
  }
  const kept = new Map<string, LineChoices>();
  return {
    makes: makes.counted(),
    models: (make) => models.get(slug(make))?.counted() ?? [],
    choices(make, model) {
      const line = `${slug(make)}/${slug(model)}`;
      const sold = lines.get(line);
      return sold === undefined ? null : entryOf(kept, line, () => choicesOf(sold));
    },
    usual(vehicle) {
      const sold = lines.get(`${slug(vehicle.make)}/${slug(vehicle.model)}`) ?? [];
      const segments = segmentsOf(vehicle);
      const most = <Name extends string>(wordOf: (sale: Sale) => Name | null): Name | null => {
        for (let depth = segments.length - 1; depth > 0; depth--) {
          const tally = new Tally<Name>();
          for (const sale of sold) {
            const word = wordOf(sale);
            if (word !== null && segmentsOf(sale.vehicle)[depth] === segments[depth]) tally.add(word);
          }
          const [first] = tally.counted();
          if (first !== undefined) return first.name;
        }
        return null;
      };
      return {
        body: most((sale) => sale.vehicle.body),
        transmission: most((sale) => sale.vehicle.transmission),
      };
    },
  };
}

function choicesOf(sales: readonly Sale[]): LineChoices {
  const bodies = new Tally<Body>();
  const transmissions = new Tally<Transmission>();
  const colors = new Tally();
  const options = new Tally();
  const generations = new Tally();
  const trims = new Tally();
  const years = new Map<string, { first: number; last: number }>();
  const generationsOf = new Map<string, Set<string>>();
  for (const { vehicle, color, optionCodes, modelYear } of sales) {
    if (vehicle.body !== null) bodies.add(vehicle.body);
    if (vehicle.transmission !== null) transmissions.add(vehicle.transmission);
    if (color !== null) colors.add(color);
    for (const option of new Set(optionCodes)) options.add(option);
    if (vehicle.generation !== null) {
      generations.add(vehicle.generation);
      if (modelYear !== null) {
        const range = entryOf(years, vehicle.generation, () => ({ first: modelYear, last: modelYear }));
        range.first = Math.min(range.first, modelYear);
        range.last = Math.max(range.last, modelYear);
      }
    }
    if (vehicle.trim !== null) {
      trims.add(vehicle.trim);
      const made = entryOf(generationsOf, slug(vehicle.trim), () => new Set<string>());
      if (vehicle.generation !== null) made.add(vehicle.generation);
    }
  }
  const { make, model } = sales[0]!.vehicle;
  const made = new Map(listGenerations(make, model).map((generation) => [generation.name, generation]));
  const soldGenerations = generations.counted().map(({ name, saleCount }): SoldGeneration => {
    const known = made.get(name);
    const range = years.get(name);
    return {
      name,
      saleCount,
      firstModelYear: known?.firstModelYear ?? range?.first ?? null,
      lastModelYear: known === undefined ? (range?.last ?? null) : known.lastModelYear,
    };
  });
  soldGenerations.sort((left, right) => (left.firstModelYear ?? 0) - (right.firstModelYear ?? 0));
  const order = soldGenerations.map(({ name }) => name);
  return {
    generations: soldGenerations,
    trims: trims.counted().map((trim) => ({
      ...trim,
      generations: order.filter((name) => generationsOf.get(slug(trim.name))?.has(name)),
    })),
    bodies: bodies.counted(),
    transmissions: transmissions.counted(),
    colors: colors.counted().filter(({ saleCount }) => saleCount >= FEWEST_SALES),
    options: options.counted().filter(({ saleCount }) => saleCount >= FEWEST_SALES),
  };
}

/** Counts names that are spelled alike but for case and punctuation, each under its first spelling. */
class Tally<Name extends string = string> {
  readonly #counts = new Map<string, { name: Name; saleCount: number }>();

  add(name: Name): void {
    const key = slug(name);
    const entry = this.#counts.get(key);
    if (entry === undefined) this.#counts.set(key, { name, saleCount: 1 });
    else entry.saleCount++;
  }

  /** Most first, then by name. */
  counted(): readonly CountedName<Name>[] {
    return [...this.#counts.values()]
      .filter(({ name }) => name !== '')
      .sort((left, right) => right.saleCount - left.saleCount || (left.name < right.name ? -1 : 1));
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
