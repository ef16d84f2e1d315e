import type { Writer } from '../src/insights/index.ts';
import { createRandom } from '../src/statistics/random.ts';
import { BENCH_TYPES, drawSubject } from './faithfulness/draw-subject.ts';
import { FRESH_REWORDINGS } from './faithfulness/fresh-rewordings.ts';

/** How many true rewordings that the prover was not tuned on are refused at the first attempt. */
const random = createRandom(5);
const told = FRESH_REWORDINGS.map(() => ({ texts: 0, refused: 0, reason: '' }));
for (let round = 0; round < 1_100; round += 1) {
  const subject = drawSubject(BENCH_TYPES[round % BENCH_TYPES.length]!, random);
  let used: number | null = null;
  const writer: Writer = async ({ templateText }) => {
    const fitting = [...FRESH_REWORDINGS.keys()].filter((place) =>
      templateText.includes(FRESH_REWORDINGS[place]!.from),
    );
    used ??= fitting[Math.floor(random.uniform() * fitting.length)] ?? null;
    const { from, to } = used === null ? { from: '', to: '' } : FRESH_REWORDINGS[used]!;
    const text = templateText.replace(from, () => to);
    const model = { provider: 'bench', requestedModel: 'writer', servedModel: 'writer', promptVersion: 'bench@1' };
    return { text, ...model, costNanoUsd: 0n };
  };
  const { failures } = await subject.write({ now: () => 0, newId: () => 'insight', writer });
  const place = used as number | null;
  if (place === null) continue;
  const row = told[place]!;
  row.texts += 1;
  if (failures.length === 0) continue;
  row.refused += 1;
  row.reason = failures[0]?.reasons.join(' | ') ?? '';
}
const texts = told.reduce((sum, row) => sum + row.texts, 0);
const refused = told.reduce((sum, row) => sum + row.refused, 0);
const used = told.filter((row) => row.texts > 0);
console.log(`rewordings used        ${used.length} of ${FRESH_REWORDINGS.length}`);
console.log(
  `rewordings refused     ${used.filter((row) => row.refused > 0).length}, always ${used.filter((row) => row.refused === row.texts).length}`,
);
console.log(`texts refused          ${refused} of ${texts} = ${((100 * refused) / Math.max(1, texts)).toFixed(2)} %`);
for (const [place, row] of told.entries()) {
  if (row.refused > 0) console.log(`${row.refused} of ${row.texts}: ${FRESH_REWORDINGS[place]!.to}\n    ${row.reason}`);
  if (row.texts === 0) console.log(`never told: ${FRESH_REWORDINGS[place]!.from}`);
}
