import { createRandom } from '../src/statistics/index.ts';
import type { Sale } from '../src/market/index.ts';
import { fitValuation } from '../src/valuation/index.ts';

const COLOURS = ['black', 'white', 'silver', 'grey', 'blue', 'red', 'green', 'beige'];
const BODIES = ['sedan', 'coupe', 'suv', 'cabriolet', 'wagon'] as const;
const REGIONS = Array.from({ length: 40 }, (_, index) => `region ${index}`);

/** Sales of a whole market: 40 makes, 400 models, 1,600 generations and 6,400 trims, common ones far more often sold. */
function* plantedMarket(count: number): Generator<Sale> {
  const random = createRandom(11);
  const effects = createRandom(12);
  const trims = Array.from({ length: 6_400 }, (_, index) => ({
    make: `Make ${index % 40}`,
    model: `Model ${index % 400}`,
    generation: `G${index % 1_600}`,
    trim: `Trim ${index}`,
    body: BODIES[index % BODIES.length]!,
    firstYear: 2000 + (index % 18),
    level: 9.5 + 0.5 * effects.normal(),
  }));
  for (let index = 0; index < count; index++) {
    // Zipf's law: the trim of rank r is drawn in proportion to 1 / r.
    const { firstYear, level, ...vehicle } = trims[Math.floor(Math.exp(random.uniform() * Math.log(trims.length)))]!;
    const day = random.integer(1_500);
    const endedOn = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
    const modelYear = firstYear + random.integer(5);
    const age = 2021 + day / 365 - modelYear;
    const mileage = Math.round(1_000 + 10_000 * Math.max(0.2, age) * random.uniform() * 2);
    const logPrice = level - 0.1 * age - 0.1 * Math.log(mileage / 30_000) + 0.00002 * day + 0.08 * random.studentT(4);
    yield {
      id: `sale-${index}`,
      source: 'bench',
      sourceKey: String(index),
      title: '',
      vehicle: {
        ...vehicle,
        transmission: random.uniform() < 0.2 ? 'manual' : 'automatic',
        marks: [],
        gearbox: null,
        gears: null,
        drive: null,
        unknownWords: [],
      },
      modelYear,
      mileage,
      mileageUnit: 'mi',
      color: random.choice(COLOURS),
      condition: 1 + Math.round(random.uniform() * 40) / 10,
      region: random.choice(REGIONS),
      sellerType: null,
      vin: null,
      optionCodes: [],
      details: [],
      status: 'sold',
      price: { kind: 'wholesale', amount: Math.round(Math.exp(logPrice)), currency: 'USD' },
      listedOn: null,
      endedOn,
      knownOn: endedOn,
      synthetic: true,
      attributes: {},
    };
  }
}

const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const points: { readonly size: number; readonly seconds: number }[] = [];
console.log(
  '| sales | fit (CPU) | fit (wall) | resident memory at its most, sales included | one value |\n|---|---|---|---|---|',
);
for (const size of sizes) {
  const sales = [...plantedMarket(size)];
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const fitted = fitValuation(sales, { asOf: '2025-03-01' });
  const used = process.cpuUsage(cpu);
  const wallSeconds = (performance.now() - startedAt) / 1_000;
  if ('status' in fitted) throw new TypeError(fitted.reason);
  const cars = sales.slice(0, 2_000);
  const from = performance.now();
  for (const car of cars) fitted.value(car);
  const each = (performance.now() - from) / cars.length;
  points.push({ size, seconds: (used.user + used.system) / 1e6 });
  console.log(
    `| ${size.toLocaleString('en')} | ${((used.user + used.system) / 1e6).toFixed(1)} s | ${wallSeconds.toFixed(1)} s | ${(process.resourceUsage().maxRSS / 1_048_576).toFixed(2)} GiB | ${each.toFixed(3)} ms |`,
  );
}
const [first, last] = [points[0]!, points[points.length - 1]!];
if (points.length > 1) {
  const exponent = Math.log(last.seconds / first.seconds) / Math.log(last.size / first.size);
  console.log(
    `\nGrowth exponent from ${first.size.toLocaleString('en')} to ${last.size.toLocaleString('en')} sales: ${exponent.toFixed(2)}`,
  );
}
