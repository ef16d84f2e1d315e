// False alarms and power of the sequential tests: `pnpm bench:experiments`.
import { asymptoticEffect, boundedEffect, sampleRatio } from '@pa/prompts';

const TRIALS = 1000;
const LOOKS = 1000;
const LEVEL = 0.95;

/** Numbers in [0, 1) from a seed (mulberry32): not the generator that the package itself uses. */
function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

interface AATest {
  readonly name: string;
  readonly kind: 'exact' | 'asymptotic';
  readonly share?: number;
  readonly value: (random: () => number) => number;
}

/** Share of A/A tests that ever show an effect, looked at after every so many units; and by a fixed test at each look. */
function falseAlarms({ kind, share = 0.5, value }: AATest): { readonly sequential: number; readonly naive: number } {
  const unitsPerLook = 10;
  let sequential = 0;
  let naive = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const random = randomOf(trial + 1);
    const options = { treatmentShare: share, confidenceLevel: LEVEL };
    const bounded = kind === 'exact' ? boundedEffect(options) : null;
    const asymptotic = kind === 'asymptotic' ? asymptoticEffect(options) : null;
    const arms = [0, 1].map(() => ({ count: 0, sum: 0, squares: 0 }));
    let alarmed = false;
    let misled = false;
    for (let look = 0; look < LOOKS; look++) {
      for (let unit = 0; unit < unitsPerLook; unit++) {
        const observation = { treated: random() < share, value: value(random) };
        bounded?.push(observation);
        asymptotic?.push(observation);
        const arm = arms[observation.treated ? 1 : 0]!;
        arm.count += 1;
        arm.sum += observation.value;
        arm.squares += observation.value ** 2;
      }
      const interval = asymptotic?.interval();
      alarmed ||=
        interval === undefined ? bounded!.evidence() >= 1 / (1 - LEVEL) : interval.lower > 0 || interval.upper < 0;
      misled ||= Math.abs(zOf(arms)) > 1.96;
    }
    sequential += alarmed ? 1 : 0;
    naive += misled ? 1 : 0;
  }
  return { sequential: sequential / TRIALS, naive: naive / TRIALS };
}

function zOf(arms: readonly { readonly count: number; readonly sum: number; readonly squares: number }[]): number {
  const [control, treated] = arms.map(({ count, sum, squares }) => {
    const mean = sum / count;
    return { mean, variance: Math.max(0, squares / count - mean ** 2) / count, count };
  });
  if (control!.count < 30 || treated!.count < 30) return 0;
  const spread = Math.sqrt(control!.variance + treated!.variance);
  return spread === 0 ? 0 : (treated!.mean - control!.mean) / spread;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

console.log(`A/A tests of 10,000 units, looked at ${LOOKS} times, ${TRIALS} trials each`);
for (const test of [
  { name: 'rate of 50 %', kind: 'exact', value: (random) => (random() < 0.5 ? 1 : 0) },
  { name: 'rate of 10 %', kind: 'exact', value: (random) => (random() < 0.1 ? 1 : 0) },
  { name: 'rate of 1 %', kind: 'exact', value: (random) => (random() < 0.01 ? 1 : 0) },
  { name: 'rate of 20 %, a tenth treated', kind: 'exact', share: 0.1, value: (random) => (random() < 0.2 ? 1 : 0) },
  { name: 'skewed mean in a range', kind: 'exact', value: (random) => random() ** 6 },
  { name: 'normal mean, no range', kind: 'asymptotic', value: (random) => 100 + normal(random) },
  { name: 'lognormal mean, no range', kind: 'asymptotic', value: (random) => Math.exp(normal(random)) },
] satisfies readonly AATest[]) {
  const { sequential, naive } = falseAlarms(test);
  console.log(`  ${test.name}: ${percent(sequential)}; a t-test at every look: ${percent(naive)}`);
}

console.log('Units until an effect is found, 200 trials each, looked at every 50 units');
for (const [control, treated] of [
  [0.1, 0.12],
  [0.5, 0.55],
  [0.02, 0.03],
  [0.8, 0.85],
] as const) {
  const needed = Array.from({ length: 200 }, (_, trial) => {
    const random = randomOf(trial + 10_001);
    const sequence = boundedEffect({ treatmentShare: 0.5, confidenceLevel: LEVEL });
    for (let unit = 1; unit <= 100_000; unit++) {
      const isTreated = random() < 0.5;
      sequence.push({ treated: isTreated, value: random() < (isTreated ? treated : control) ? 1 : 0 });
      if (unit % 50 === 0 && sequence.evidence() >= 1 / (1 - LEVEL)) return unit;
    }
    return Number.POSITIVE_INFINITY;
  }).sort((a, b) => a - b);
  const middle = (control + treated) / 2;
  const fixed = (2 * 2 * 7.849 * middle * (1 - middle)) / (treated - control) ** 2;
  console.log(
    `  ${percent(control)} -> ${percent(treated)}: median ${needed[99]}, 80 % by ${needed[159]}; a test of fixed size with 80 % power needs ${Math.ceil(fixed)}`,
  );
}

let alarms = 0;
for (let trial = 0; trial < TRIALS; trial++) {
  const random = randomOf(trial + 50_001);
  const arms = [
    { count: 0, share: 0.5 },
    { count: 0, share: 0.5 },
  ];
  let alarmed = false;
  for (let unit = 1; unit <= 20_000; unit++) {
    arms[random() < 0.5 ? 0 : 1]!.count += 1;
    if (unit % 20 === 0) alarmed ||= sampleRatio(arms).mismatch;
  }
  alarms += alarmed ? 1 : 0;
}
let found = 0;
for (let trial = 0; trial < TRIALS; trial++) {
  const random = randomOf(trial + 90_001);
  let first = 0;
  for (let unit = 0; unit < 20_000; unit++) first += random() < 0.48 ? 1 : 0;
  const arms = [
    { count: first, share: 0.5 },
    { count: 20_000 - first, share: 0.5 },
  ];
  found += sampleRatio(arms).mismatch ? 1 : 0;
}
console.log(
  `Sample ratio, 20,000 units: ${percent(alarms / TRIALS)} false alarms over 1,000 looks; 48 to 52 found in ${percent(found / TRIALS)}`,
);
