import { FACT_FORMATS, type Writer } from '../src/insights/index.ts';
import { RESERVE_TEXT } from '../src/narrate/narrate.ts';
import { PLAIN_TITLES } from '../src/insights/written-insight.ts';
import { createRandom } from '../src/statistics/random.ts';
import { BENCH_TYPES, drawSubject } from './faithfulness/draw-subject.ts';
import { checkIndependently } from './faithfulness/check-independently.ts';
import { MUTATIONS, mutate, type Lie } from './faithfulness/mutate.ts';
import { paraphrase } from './faithfulness/paraphrase.ts';

/**
 * Texts of every type from a model that rewords well and lies on purpose. Counted are lies that were served, lies that were
 * not found, and true texts that were refused. `--show` prints examples of the last two.
 */
const count = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const LYING = count('--lying', 12_000);
const TRUE = count('--true', 6_000);
const SEED = count('--seed', 1);
const isShown = process.argv.includes('--show');

const tally = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
const kinds = Object.keys(MUTATIONS);
const startedAt = performance.now();
const random = createRandom(SEED);
const now = (): number => 0;
let served = 0;
let falselyServed = 0;
let checkedClaims = 0;
/** Texts whose own template was refused in body or title, so that nothing but the facts or a plain title was served. */
let unwritten = 0;

/** A model that says what it is told: first the draft, then, asked to repair it, the same again. */
const sayingModel = (draft: (template: Parameters<Writer>[0]) => string): Writer => {
  let text: string | null = null;
  return async (request) => {
    text ??= draft(request);
    const model = { provider: 'bench', requestedModel: 'liar', servedModel: 'liar', promptVersion: 'bench@1' };
    return { text, ...model, costNanoUsd: 0n };
  };
};

const verify = (insight: Awaited<ReturnType<ReturnType<typeof drawSubject>['write']>>['insight']): void => {
  served += 1;
  if (insight.summary.startsWith(RESERVE_TEXT) || insight.title.endsWith(PLAIN_TITLES[insight.type])) {
    unwritten += 1;
    if (isShown) console.log('NOTHING SERVED', insight.type, insight.title);
  }
  const found = checkIndependently(insight);
  checkedClaims += found.claims;
  if (found.faults.length === 0) return;
  falselyServed += 1;
  if (isShown) console.log('SERVED AND NOT TRUE', found.faults, insight.summary);
};

const lies = new Map<string, number>();
const missed = new Map<string, number>();
const missedTexts: string[] = [];
let agreed = 0;
let discarded = 0;
for (let told = 0, attempt = 0; told < LYING && attempt < LYING * 6; attempt += 1) {
  const subject = drawSubject(BENCH_TYPES[attempt % BENCH_TYPES.length]!, random);
  const kind = kinds[Math.floor(random.uniform() * kinds.length)]!;
  let lie: Lie | null = null;
  const writer = sayingModel((request) => {
    const { text } = paraphrase(request.templateText, random);
    lie = mutate(kind, { text, facts: request.facts, random });
    return lie?.text ?? text;
  });
  const { insight, failures } = await subject.write({ now, newId: () => 'insight', writer });
  const ledger = lie as Lie | null;
  if (ledger === null) {
    discarded += 1;
    continue;
  }
  told += 1;
  tally(lies, kind);
  verify(insight);
  if (failures[0]?.attempt === 1) {
    agreed += 1;
    continue;
  }
  tally(missed, kind);
  missedTexts.push(`${kind}: "${ledger.truth}" -> "${ledger.falsehood}"\n    ${insight.summary}`);
}

const refusedByType = new Map<string, number>();
const trueByType = new Map<string, number>();
let refused = 0;
let reworded = 0;
const refusedTexts: string[] = [];
for (let told = 0; told < TRUE; told += 1) {
  const type = BENCH_TYPES[told % BENCH_TYPES.length]!;
  const subject = drawSubject(type, random);
  const writer = sayingModel((request) => {
    const said = paraphrase(request.templateText, random);
    reworded += said.reworded;
    return said.text;
  });
  const { insight, failures } = await subject.write({ now, newId: () => 'insight', writer });
  tally(trueByType, type);
  verify(insight);
  if (failures.length === 0) continue;
  refused += 1;
  tally(refusedByType, type);
  refusedTexts.push(`${type}: ${failures[0]?.reasons.join(' | ') ?? ''}`);
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(3)} %`;
const told = [...lies.values()].reduce((sum, value) => sum + value, 0);
console.log(
  `texts generated        ${told + TRUE} over ${BENCH_TYPES.length} types, ${kinds.length} kinds of lies (${Object.keys(FACT_FORMATS).length} kinds of facts)`,
);
console.log(`lies told              ${told} (${discarded} drafts gave no occasion or would have been true)`);
console.log(`lies found             ${agreed} = ${percent(agreed, told)}`);
console.log(
  `true texts refused     ${refused} of ${TRUE} = ${percent(refused, TRUE)} (${(reworded / TRUE).toFixed(1)} sentences reworded a text)`,
);
console.log(
  `served and not true    ${falselyServed + missedTexts.length} of ${served} (${checkedClaims} claims read by the independent checker)`,
);
console.log(`templates refused      ${unwritten} of ${served}`);
console.log(`time                   ${((performance.now() - startedAt) / (told + TRUE)).toFixed(2)} ms a text`);
for (const kind of kinds) if ((lies.get(kind) ?? 0) === 0) console.log(`never told: ${kind}`);
for (const [kind, number] of missed) console.log(`missed: ${kind} ${number} of ${lies.get(kind) ?? 0}`);
for (const [type, number] of refusedByType) console.log(`refused: ${type} ${number} of ${trueByType.get(type) ?? 0}`);
if (isShown) {
  for (const text of missedTexts.slice(0, 25)) console.log('MISSED', text);
  const grouped = new Map<string, number>();
  for (const text of refusedTexts) tally(grouped, text.replace(/[\d,.]+/g, '#').slice(0, 160));
  for (const [text, number] of [...grouped].toSorted((a, b) => b[1] - a[1]).slice(0, 40))
    console.log('REFUSED', number, text);
}
if (falselyServed + missedTexts.length + unwritten > 0 && process.argv.includes('--strict')) process.exitCode = 1;
