import { type AnalystAnswer, ANALYST_TOOLS, builtInInterpreter, MarketAnalyst } from '@pa/engines';
import { type Expectation, readQuestions } from './questions/question-file.ts';
import { ASKED_ON, openQuestionMarket } from './questions/question-market.ts';

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = given.length > 0 ? given : [new URL('./questions/open.jsonl', import.meta.url).pathname];
const showsFailures = process.argv.includes('--failures');
const questions = files.flatMap(readQuestions);
const market = await openQuestionMarket();
const analyst = new MarketAnalyst({
  stores: market.stores,
  now: market.now,
  tools: ANALYST_TOOLS,
  builtIn: builtInInterpreter(),
});

const tally = new Map<string, { asked: number; right: number }>();
let right = 0;
let proved = 0;
let figures = 0;
/** Turns with figures where others, a question back or no answer were wanted: the worst that can happen. */
let misled = 0;
for (const { id, topic, turns } of questions) {
  let faults: readonly string[] = [];
  for (const { ask, expect } of turns) {
    let answer: AnalystAnswer;
    try {
      answer = await analyst.answer({ owner: 'bench', conversationId: id, question: ask, asOf: ASKED_ON });
    } catch (error) {
      faults = [...faults, `${id} "${ask}": failed, ${(error as Error).message.slice(0, 120)}`];
      continue;
    }
    if (answer.kind === 'answer') {
      figures += 1;
      if (answer.claims.length > 0) proved += 1;
      else if (showsFailures) console.log(`${id} "${ask}": not proved, the facts stand beside a reserve text`);
    }
    const fault = await faultOf(answer, expect);
    if (fault === null) continue;
    if (answer.kind === 'answer') misled += 1;
    faults = [...faults, `${id} "${ask}": ${fault}`];
  }
  const counted = tally.get(topic) ?? { asked: 0, right: 0 };
  tally.set(topic, { asked: counted.asked + 1, right: counted.right + (faults.length === 0 ? 1 : 0) });
  if (faults.length === 0) right += 1;
  else if (showsFailures) for (const fault of faults) console.log(fault);
}
console.log(`\n| topic | questions | exact |\n|---|---|---|`);
for (const [topic, counted] of tally) console.log(`| ${topic} | ${counted.asked} | ${counted.right} |`);
console.log(
  `\n${right} of ${questions.length} conversations exact (${((100 * right) / questions.length).toFixed(1)} %).`,
);
console.log(`${misled} turns answered with figures that were not asked for.`);
console.log(`${proved} of ${figures} answers with figures have every figure proved.`);
await market.database.close();

/** Why an answer is not the expected one; `null` where it is. */
async function faultOf(answer: AnalystAnswer, expect: Expectation): Promise<string | null> {
  const said = `${answer.kind} ${JSON.stringify(answer.call)} ${JSON.stringify(answer.headline.slice(0, 4))} ${answer.text.slice(0, 90)}`;
  if (expect.type === 'clarify') return answer.kind === 'clarification' ? null : said;
  if (expect.type === 'unknown') return answer.kind === 'unknown' ? null : said;
  if (expect.type === 'tool') return matchesCall(answer, expect) ? null : said;
  const rows = await market.query(expect.sql);
  if (expect.type === 'rows') {
    const ids = rows.map((row) => String(row[0]));
    const linked = answer.headline.map(String);
    const isSame = ids.length === 0 ? linked.length === 0 : ids.every((id, index) => linked[index] === id);
    return isSame ? null : `wanted ${ids.length} rows; ${said}`;
  }
  const wanted = rows[0] ?? [];
  const isSame =
    answer.kind === 'answer' &&
    wanted.length === answer.headline.length &&
    wanted.every((value, index) => isSameValue(value, answer.headline[index]));
  return isSame
    ? null
    : `wanted ${JSON.stringify(wanted, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}; ${said}`;
}

function isSameValue(wanted: unknown, given: number | string | undefined): boolean {
  if (given === undefined) return false;
  const [left, right] = [Number(wanted), Number(given)];
  if (Number.isNaN(left) || Number.isNaN(right)) return String(wanted) === String(given);
  return Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(left));
}

function matchesCall(
  { call }: AnalystAnswer,
  { tool, arguments: wanted }: Extract<Expectation, { type: 'tool' }>,
): boolean {
  if (call?.tool !== tool) return false;
  return Object.entries(wanted).every(([key, value]) => {
    if (key === 'models') {
      const segments = (call.arguments['segments'] ?? []) as readonly { readonly model?: string }[];
      return JSON.stringify(segments.map(({ model }) => model)) === JSON.stringify(value);
    }
    return isSameArgument(value, call.arguments[key]);
  });
}

function isSameArgument(wanted: unknown, given: unknown): boolean {
  if (typeof wanted === 'string') return String(given).toLowerCase() === wanted.toLowerCase();
  // A mileage given in kilometres is converted: half a mile is none.
  if (typeof wanted === 'number') return Math.abs(wanted - Number(given)) <= 5e-5 * Math.abs(wanted);
  return JSON.stringify(wanted) === JSON.stringify(given);
}
