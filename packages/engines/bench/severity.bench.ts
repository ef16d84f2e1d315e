import type { AnomalyType } from '../src/market/index.ts';
import { learnFromVerdicts, type Verdict } from '../src/anomalies/severity/learn-verdicts.ts';
import { SEVERITY_THRESHOLDS, TYPE_OF_CAUSE } from '../src/anomalies/index.ts';
import { createRandom } from '../src/statistics/index.ts';
import { isRight, type JudgedOffer, judgeMarket } from './severity/judged-market.ts';

const SEEDS = (process.env['BENCH_SEEDS'] ?? '11,12,13,14,15').split(',').map(Number);
const VERDICTS = 50;

const share = (part: number, of: number): string => (of === 0 ? '-' : (part / of).toFixed(3));

/** Precision and recall of high and critical findings, and how often what is called undervalued is too cheap. */
function severities(name: string, offers: readonly JudgedOffer[]): Record<string, string> {
  const right = offers.filter(isRight);
  const high = offers.filter(({ probability }) => probability >= SEVERITY_THRESHOLDS.high);
  const typeOf = ({ cause }: JudgedOffer): AnomalyType => TYPE_OF_CAUSE[cause];
  const cheap = high.filter((offer) => typeOf(offer) === 'undervalued');
  return {
    market: name,
    offers: String(offers.length),
    right: String(right.length),
    'high or critical': String(high.length),
    precision: share(high.filter(isRight).length, high.length),
    recall: share(high.filter(isRight).length, right.length),
    'undervalued right': share(cheap.filter((offer) => isRight(offer) && offer.gap < 0).length, cheap.length),
    'planted only': share(high.filter(({ planted }) => planted !== null).length, high.length),
  };
}

/** What is confirmed of what was said to be confirmed with some probability. */
function calibration(offers: readonly JudgedOffer[]): readonly Record<string, string>[] {
  const bounds = [0, 0.1, 0.3, 0.6, 0.9, 1.01];
  return bounds.slice(1).map((to, band) => {
    const held = offers.filter(({ probability }) => probability >= bounds[band]! && probability < to);
    const said = held.reduce((sum, { probability }) => sum + probability, 0);
    return {
      said: `${bounds[band]} to ${Math.min(1, to)}`,
      findings: String(held.length),
      'mean said': share(said, held.length),
      confirmed: share(held.filter(isRight).length, held.length),
    };
  });
}

/** Precision where the recall is that of `recall`, by an order. */
function precisionAt(
  offers: readonly JudgedOffer[],
  options: {
    readonly order: (offer: JudgedOffer) => number;
    readonly recall: number;
    readonly confirms: (offer: JudgedOffer) => boolean;
  },
): number {
  const total = offers.filter(options.confirms).length;
  const sorted = [...offers].sort((left, right) => options.order(right) - options.order(left));
  let hits = 0;
  for (const [place, offer] of sorted.entries()) {
    if (options.confirms(offer)) hits++;
    if (hits >= options.recall * total) return hits / (place + 1);
  }
  return 0;
}

const RECALLS = [0.5, 0.7, 0.85] as const;
const REPLAYS = 3;

interface Reviewer {
  readonly name: string;
  readonly confirms: (offer: JudgedOffer) => boolean;
}

const lineOf = ({ segment }: JudgedOffer): string => segment.split('/').slice(0, 2).join('/');

/** Reviewers: two who judge by what is true, and some who want only part of it, as people do. */
const REVIEWERS: readonly Reviewer[] = [
  { name: 'confirms what is right', confirms: isRight },
  { name: 'confirms what was planted', confirms: ({ planted }) => planted !== null },
  {
    name: 'buys, and wants the cheap ones',
    confirms: (offer) => isRight(offer) && offer.gap < 0 && offer.cause !== 'duplicate',
  },
  {
    name: 'keeps rows clean, and leaves prices to others',
    confirms: (offer) => isRight(offer) && TYPE_OF_CAUSE[offer.cause] === 'data_quality',
  },
  {
    name: 'leaves wrong rows to others',
    confirms: (offer) => isRight(offer) && TYPE_OF_CAUSE[offer.cause] !== 'data_quality',
  },
  {
    name: 'finds rare cars and old offers natural',
    confirms: (offer) => isRight(offer) && offer.cause !== 'rare_car' && offer.cause !== 'stale_listing',
  },
  { name: 'trades one model line', confirms: (offer) => isRight(offer) && lineOf(offer) === 'porsche/911' },
  { name: 'minds large deviations only', confirms: (offer) => isRight(offer) && Math.abs(offer.gap) >= 0.4 },
  {
    name: 'minds dear cars only',
    confirms: (offer) => isRight(offer) && offer.listing.price!.amount >= 60_000,
  },
  {
    name: 'does not mind repeats and units',
    confirms: (offer) => isRight(offer) && !['duplicate', 'relisted', 'miles_as_kilometres'].includes(offer.cause),
  },
];

function verdictOn(offer: JudgedOffer, { confirms }: Reviewer): Verdict {
  const { cause, score, segment, residual } = offer;
  const price = offer.listing.price!;
  const expectedPrice = price.amount / Math.exp(residual);
  return { anomaly: { cause, score, segment, price, expectedPrice }, isConfirmed: confirms(offer) };
}

const orderOf =
  (scale: ReturnType<typeof learnFromVerdicts>) =>
  ({ listing, score, residual, cause, isStated }: JudgedOffer): number =>
    scale.probability({
      listing,
      price: listing.price!,
      score,
      residual,
      cause: { cause, isStated, note: '', meantAmount: null },
    });

/**
 * Replay: a reviewer gives verdicts on 50 findings of one market, drawn from those of some severity; precision at equal recall
 * is measured on the other markets. The bound is what verdicts on every finding of all markets but one teach of that one.
 */
function replay(markets: readonly (readonly JudgedOffer[])[], reviewer: Reviewer): readonly Record<string, string>[] {
  const { name, confirms } = reviewer;
  const found = markets.map((offers) => offers.filter(({ probability }) => probability >= SEVERITY_THRESHOLDS.low));
  const [before, after, taught, untaught] = [0, 1, 2, 3].map(() => RECALLS.map(() => 0)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const plain = ({ probability }: JudgedOffer): number => probability;
  const add = (sums: number[], offers: readonly JudgedOffer[], order: (offer: JudgedOffer) => number): void =>
    RECALLS.forEach((recall, index) => {
      sums[index]! += precisionAt(offers, { order, recall, confirms });
    });
  found.forEach((asked, turn) => {
    const unseen = found.filter((_, other) => other !== turn).flat();
    for (let draw = 0; draw < REPLAYS; draw++) {
      const drawn = createRandom(100 * turn + draw + 1)
        .shuffle([...asked])
        .slice(0, VERDICTS);
      add(before, unseen, plain);
      add(after, unseen, orderOf(learnFromVerdicts(drawn.map((offer) => verdictOn(offer, reviewer)))));
    }
    add(untaught, asked, plain);
    add(taught, asked, orderOf(learnFromVerdicts(unseen.map((offer) => verdictOn(offer, reviewer)))));
  });
  const replays = REPLAYS * found.length;
  const points = (gain: number): string => (100 * gain).toFixed(1);
  return RECALLS.map((recall, index) => ({
    reviewer: name,
    recall: String(recall),
    before: (before[index]! / replays).toFixed(3),
    after: (after[index]! / replays).toFixed(3),
    'points gained': points((after[index]! - before[index]!) / replays),
    'points with all verdicts': points((taught[index]! - untaught[index]!) / found.length),
  }));
}

const hard = SEEDS.map((seed) => judgeMarket('hard', seed));
const demo = SEEDS.slice(0, 2).map((seed) => judgeMarket('demo', seed));
console.table([severities('hard', hard.flat()), severities('demo', demo.flat())]);
console.table(calibration(hard.flat()));
console.table(REVIEWERS.flatMap((reviewer) => replay(hard, reviewer)));
