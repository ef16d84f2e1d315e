import { generateCorpus } from '../src/redaction/__fixtures__/corpus/generate-corpus.ts';
import { type KindScore, scoreCorpus } from '../src/redaction/__fixtures__/corpus/score-corpus.ts';
import { createRedactor } from '../src/redaction/redactor.ts';
import { redactionKinds } from '../src/redaction/redaction-kind.ts';

// Recall and precision of the redaction by kind on a generated corpus, and what it costs.
//   pnpm bench:redaction            the locked half: counts only
//   pnpm bench:redaction --tuned    the tuned half, with what was missed
const isTuned = process.argv.includes('--tuned');
const half = isTuned ? 'tuned' : 'locked';
const count = 5000;
const corpus = [...generateCorpus({ half, count, seed: isTuned ? 1 : 2 })];
const redactor = createRedactor();

const shown = new Map<string, number>();
const scores = scoreCorpus(corpus, {
  find: redactor.findSpans,
  ...(isTuned && {
    onMiss({ problem, kind, value, text }) {
      const key = `${problem} ${kind}`;
      shown.set(key, (shown.get(key) ?? 0) + 1);
      if ((shown.get(key) ?? 0) <= 4) console.log(`${key}: ${JSON.stringify(value)} in ${JSON.stringify(text)}`);
    },
  }),
});

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`);
const row = (kind: string, { values, covered, named, finds, exact }: KindScore): string =>
  `| ${kind} | ${values} | ${percent(covered, values)} | ${percent(exact, finds)} | ${percent(named, covered)} |`;
const total: KindScore = { values: 0, covered: 0, named: 0, finds: 0, exact: 0 };
console.log(
  `\n${count} texts of the ${half} half\n\n| kind | values | recall | precision | named right |\n|---|---:|---:|---:|---:|`,
);
for (const kind of redactionKinds) {
  const score = scores.get(kind);
  if (score === undefined) continue;
  for (const name of Object.keys(total) as (keyof KindScore)[]) total[name] += score[name];
  console.log(row(kind, score));
}
console.log(row('**all**', total));

const text = corpus.map((entry) => entry.text).join('\n');
const prompts = Array.from({ length: Math.floor(text.length / 1024) }, (_, index) =>
  text.slice(index * 1024, (index + 1) * 1024),
);
const measure = (find: (prompt: string) => unknown): number => {
  for (const prompt of prompts.slice(0, 100)) find(prompt);
  const before = process.cpuUsage();
  for (const prompt of prompts) find(prompt);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / prompts.length;
};
console.log(
  `\nredactText: ${measure((prompt) => redactor.redactText(prompt)).toFixed(3)} ms of CPU per kB of text, over ${prompts.length} kB`,
);
