import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCsv } from './auction-files.ts';
import { readListingText } from '../src/market/listing-text/index.ts';

interface LabelledPhrase {
  readonly text: string;
  readonly traits: Readonly<Record<string, unknown>>;
}

/** Lines of real auctions are labelled by the hash of their text, for no row of them may be copied. */
interface LabelledHash {
  readonly textSha256: string;
  readonly traits: LabelledPhrase['traits'];
}

const isReal = process.argv.includes('--real');
const set = ['second', 'third', 'fourth'].find((name) => process.argv.includes(name));
const phrases = isReal
  ? realLines(`./listing-text/real-lines${set === undefined ? '' : `-${set}`}.jsonl`)
  : readLines<LabelledPhrase>(new URL('./listing-text/phrases.jsonl', import.meta.url));

const counts = new Map<string, { right: number; said: number; labelled: number }>();
let exact = 0;
for (const { text, traits } of phrases) {
  const read: Readonly<Record<string, unknown>> = readListingText(text).traits;
  let isExact = true;
  for (const trait of new Set([...Object.keys(read), ...Object.keys(traits)])) {
    const count = counts.get(trait) ?? { right: 0, said: 0, labelled: 0 };
    counts.set(trait, count);
    if (read[trait] !== undefined) count.said += 1;
    if (traits[trait] !== undefined) count.labelled += 1;
    if (read[trait] === traits[trait]) count.right += 1;
    else isExact = false;
  }
  if (isExact) exact += 1;
  else if (process.argv.includes('--failures'))
    console.log(`${text}\n  labelled ${JSON.stringify(traits)}\n  read     ${JSON.stringify(read)}`);
}
console.log('| trait | labelled | read | precision | recall |\n|---|---|---|---|---|');
const total = { right: 0, said: 0, labelled: 0 };
for (const [trait, { right, said, labelled }] of counts) {
  total.right += right;
  total.said += said;
  total.labelled += labelled;
  console.log(`| ${trait} | ${labelled} | ${said} | ${share(right, said)} | ${share(right, labelled)} |`);
}
console.log(
  `| all | ${total.labelled} | ${total.said} | ${share(total.right, total.said)} | ${share(total.right, total.labelled)} |`,
);
console.log(`\n${exact} of ${phrases.length} phrases exact (${share(exact, phrases.length)}).`);

const started = performance.now();
const repeats = 100;
for (let repeat = 0; repeat < repeats; repeat++) for (const { text } of phrases) readListingText(text);
const microseconds = ((performance.now() - started) * 1000) / (repeats * phrases.length);
console.log(`${microseconds.toFixed(1)} microseconds a phrase.`);

function realLines(labelled: string): readonly LabelledPhrase[] {
  const labels = readLines<LabelledHash>(new URL(labelled, import.meta.url));
  const traitsOf = new Map(labels.map(({ textSha256, traits }) => [textSha256, traits]));
  const file = fileURLToPath(new URL('../../../../shared/data/auction_details.csv.gz', import.meta.url));
  const lines = new Set(
    readCsv(file).flatMap((row) => [1, 2, 3, 4, 5].map((line) => row[`listingDetail${line}`] ?? '')),
  );
  return [...lines].flatMap((text) => {
    const traits = traitsOf.get(createHash('sha256').update(text, 'utf8').digest('hex'));
    return traits === undefined ? [] : [{ text, traits }];
  });
}

function readLines<Line>(url: URL): readonly Line[] {
  return readFileSync(url, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}
