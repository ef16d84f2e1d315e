import { createStreamDetector } from '../src/anomalies/index.ts';
import { plantedStreams } from './planted-streams.ts';
import { scoreStreams } from './stream-scoring.ts';

const seed = Number(process.argv[2] ?? 1);
const streams = plantedStreams(3, seed);
const started = performance.now();
const scores = streams.map(({ values }) => {
  const detector = createStreamDetector();
  return values.map((value, row) => detector.next({ timestamp: row * 300_000, value }));
});
const valueCount = streams.reduce((sum, { values }) => sum + values.length, 0);
const micros = (1000 * (performance.now() - started)) / valueCount;
const { score, threshold, perStream } = scoreStreams(streams, scores);
const byKind = new Map<string, { score: number; windows: number }>();
streams.forEach(({ name, windows }, index) => {
  const known = byKind.get(name) ?? { score: 0, windows: 0 };
  byKind.set(name, { score: known.score + perStream[index]!, windows: known.windows + windows.length });
});
console.table(
  Object.fromEntries(
    [...byKind].map(([name, { score: sum, windows }]) => [
      name,
      {
        windows,
        score: windows === 0 ? `${sum.toFixed(2)} in all` : ((100 * (sum + windows)) / (2 * windows)).toFixed(1),
      },
    ]),
  ),
);
console.log(
  `${streams.length} streams, ${valueCount} values, ${micros.toFixed(0)} us a value: ${score.toFixed(1)} at threshold ${threshold}`,
);
