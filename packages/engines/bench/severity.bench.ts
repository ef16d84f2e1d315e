import type { AnomalyType } from '../src/market/index.ts';
import { learnFromVerdicts, type Verdict } from '../src/anomalies/severity/learn-verdicts.ts';
import { SEVERITY_THRESHOLDS, TYPE_OF_CAUSE } from '../src/anomalies/index.ts';
import { createRandom } from '../src/statistics/index.ts';
import { isRight, type JudgedOffer, judgeMarket } from './severity/judged-market.ts';

const SEEDS = [11, 12, 13, 14, 15];
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

/**
 * Replay: a reviewer gives verdicts on 50 findings of one market, drawn from those of some severity; precision at equal recall
 * is measured on other markets.
 */
function replay(
  markets: readonly (readonly JudgedOffer[])[],
  reviewer: { readonly name: string; readonly confirms: (offer: JudgedOffer) => boolean },
): readonly Record<string, string>[] {
  const found = markets.map((offers) => offers.filter(({ probability }) => probability >= SEVERITY_THRESHOLDS.low));
  const recalls = [0.5, 0.7, 0.85];
  const before = recalls.map(() => 0);
  const after = recalls.map(() => 0);
  found.forEach((asked, turn) => {
    const drawn = createRandom(turn + 1)
      .shuffle([...asked])
      .slice(0, VERDICTS);
    const verdicts = drawn.map((offer): Verdict => {
      const { cause, score, segment } = offer;
      return { anomaly: { cause, score, segment }, isConfirmed: reviewer.confirms(offer) };
    });
    const scale = learnFromVerdicts(verdicts);
    const unseen = found.filter((_, other) => other !== turn).flat();
    const learnt = (offer: JudgedOffer): number =>
      scale.probability({
        listing: offer.listing,
        score: offer.score,
        cause: { cause: offer.cause, isStated: offer.isStated, note: '', meantAmount: null },
      });
    recalls.forEach((recall, index) => {
      const { confirms } = reviewer;
      before[index]! +=
        precisionAt(unseen, { order: ({ probability }) => probability, recall, confirms }) / found.length;
      after[index]! += precisionAt(unseen, { order: learnt, recall, confirms }) / found.length;
    });
  });
  return recalls.map((recall, index) => ({
    reviewer: reviewer.name,
    recall: String(recall),
    before: before[index]!.toFixed(3),
    after: after[index]!.toFixed(3),
  }));
}

const hard = SEEDS.map((seed) => judgeMarket('hard', seed));
const demo = SEEDS.slice(0, 2).map((seed) => judgeMarket('demo', seed));
console.table([severities('hard', hard.flat()), severities('demo', demo.flat())]);
console.table(calibration(hard.flat()));
console.table(
  [
    { name: 'confirms what is right', confirms: isRight },
    { name: 'confirms what was planted', confirms: ({ planted }: JudgedOffer) => planted !== null },
    {
      name: 'buys, and wants the cheap ones',
      confirms: (offer: JudgedOffer) => isRight(offer) && offer.gap < 0 && offer.cause !== 'duplicate',
    },
    {
      name: 'keeps rows clean, and leaves prices to others',
      confirms: (offer: JudgedOffer) => isRight(offer) && TYPE_OF_CAUSE[offer.cause] === 'data_quality',
    },
  ].flatMap((reviewer) => replay(hard, reviewer)),
);
