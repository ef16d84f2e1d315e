import type { Fact } from '../../src/market/insight.ts';
import type { Random } from '../../src/statistics/random.ts';
import { FURTHER_MUTATIONS } from './further-mutations.ts';
import {
  append,
  before,
  money,
  ofKind,
  replace,
  swap,
  swapAlike,
  swapRoles,
  write,
  type Lie,
  type Mutation,
} from './scene.ts';

export type { Lie } from './scene.ts';

const MONTH = /^(\w+)( \d{1,2},)? (\d{4})$/;

/** Every way to lie, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'another amount, written out': (scene) => {
    const slot = scene.pick(ofKind(scene, 'price'));
    if (slot === undefined) return null;
    const fact = scene.facts.get(slot.id)!;
    const amount = Math.round(Number(fact.value) * (1.03 + 0.4 * scene.random.uniform())) + 1;
    return replace(scene, slot, money(amount, fact.unit), money(amount, fact.unit));
  },
  'another percentage, written out': (scene) => {
    const slot = scene.pick(ofKind(scene, 'share'));
    if (slot === undefined) return null;
    const wrong = `${(Math.abs(Number(scene.facts.get(slot.id)!.value)) * 100 + 1.1).toFixed(1)}%`;
    return replace(scene, slot, wrong, wrong);
  },
  'another count, written out': (scene) => {
    const slot = scene.pick(ofKind(scene, 'count'));
    if (slot === undefined) return null;
    const fact = scene.facts.get(slot.id)!;
    const wrong = `${String(Number(fact.value) + 7)} ${fact.unit}s`;
    return replace(scene, slot, wrong, wrong);
  },
  'another number in words': (scene) => {
    const slot = scene.pick(ofKind(scene, 'count', (fact) => fact.unit === 'month'));
    if (slot === undefined) return null;
    const wrong = Number(scene.facts.get(slot.id)!.value) === 4 ? 'five months' : 'four months';
    return replace(scene, slot, wrong, wrong);
  },
  'another date, written out': (scene) => {
    const slot = scene.pick(ofKind(scene, 'date'));
    if (slot === undefined) return null;
    const said = write(scene.facts.get(slot.id), slot.format);
    const wrong = said.replace(MONTH, (_, month: string, day: string | undefined, year: string) => {
      return `${month === 'July' ? 'April' : 'July'}${day ?? ''} ${String(Number(year) - 1)}`;
    });
    return wrong === said ? null : replace(scene, slot, wrong, wrong);
  },
  'a scale': (scene) => {
    const slot = scene.pick(ofKind(scene, 'price'));
    const scale = scene.pick(['million', 'thousand', 'k']);
    return slot === undefined ? null : replace(scene, slot, `${slot.raw} ${scale ?? ''}`, `... ${scale ?? ''}`);
  },
  'a minus before a price': (scene) => {
    const slot = scene.pick(ofKind(scene, 'price', (fact) => Number(fact.value) > 0));
    return slot === undefined
      ? null
      : replace(scene, slot, `-${slot.raw}`, `-${write(scene.facts.get(slot.id), slot.format)}`);
  },
  'another unit': (scene) => {
    const slot = scene.pick([...ofKind(scene, 'price'), ...ofKind(scene, 'share')]);
    const unit = scene.pick(['points', 'yen', 'times', 'kilometres']);
    return slot === undefined ? null : replace(scene, slot, `${slot.raw} ${unit ?? ''}`, `... ${unit ?? ''}`);
  },
  'another noun': (scene) => {
    const slot = scene.pick(ofKind(scene, 'count'));
    if (slot === undefined) return null;
    const value = String(scene.facts.get(slot.id)!.value);
    return replace(scene, slot, `${value} bidders`, `${value} bidders`);
  },
  'now for later': swapRoles('now', 'ahead', 'price'),
  'the bounds of an interval exchanged': swapRoles('lower', 'upper', 'price'),
  'asked for expected': swapRoles('asked', 'valued', 'price'),
  'the first day for the last': swapRoles('start', 'end', 'date'),
  'the part for the whole': swapRoles('part', 'whole', 'count'),
  'another period': swapAlike((fact) => fact.kind === 'count' && (fact.role === 'span' || fact.role === 'span-ahead')),
  'the change of another period': swapAlike((fact) => fact.kind === 'share' && fact.role === 'past'),
  'another target day': swapAlike((fact) => fact.kind === 'date' && fact.role === 'target'),
  'another level of certainty': swapAlike((fact) => fact.kind === 'share' && fact.role === 'level'),
  'the name of another car': swapAlike(
    (fact) => fact.kind === 'name' && fact.role === undefined && !/^(19|20)\d\d$/.test(String(fact.value)),
  ),
  'the winning case for the losing one': (scene) => {
    const [first] = ofKind(scene, 'share', ({ id }) => id === 'case.win.net');
    const [second] = ofKind(scene, 'share', ({ id }) => id === 'case.lose.net');
    return first === undefined || second === undefined ? null : swap(scene, first, second);
  },
  'a car that is not there': (scene) => {
    const slot = scene.pick(ofKind(scene, 'name', (fact) => /\p{L}/u.test(String(fact.value))));
    const name = scene.pick(['Porsche 911 964 RS', 'Porsche Cayenne Turbo', 'Ferrari F40', 'the 356', 'GT2']);
    return slot === undefined || name === undefined ? null : replace(scene, slot, name, name);
  },
  'the other direction': (scene) => {
    const slot = scene.pick(
      ofKind(scene, 'share', (fact, { format }) => format === 'change' && Math.abs(Number(fact.value)) >= 0.0005),
    );
    if (slot === undefined) return null;
    const wrong = Number(scene.facts.get(slot.id)!.value) > 0 ? 'fell' : 'rose';
    return replace(scene, slot, `${wrong} {{fact:${slot.id}|size}}`, wrong);
  },
  'above for below': (scene) => {
    const slot = scene.pick(
      ofKind(scene, 'share', (fact, { format }) => format === 'comparison' && Math.abs(Number(fact.value)) >= 0.0005),
    );
    if (slot === undefined) return null;
    const wrong = Number(scene.facts.get(slot.id)!.value) > 0 ? 'below' : 'above';
    return replace(scene, slot, `{{fact:${slot.id}|size}} ${wrong}`, wrong);
  },
  'the sign left out': (scene) => {
    const slot = scene.pick(
      ofKind(
        scene,
        'share',
        (fact, { format }) => Number(fact.value) <= -0.0005 && (format === 'change' || format === 'comparison'),
      ),
    );
    return slot === undefined ? null : replace(scene, slot, `came to {{fact:${slot.id}|size}}`, 'without a sign');
  },
  'the past for the future': (scene) => {
    const slot = scene.pick(ofKind(scene, 'share', (fact, { format }) => fact.role === 'past' && format === 'change'));
    return slot === undefined ? null : replace(scene, slot, `are expected to have ${slot.raw}`, 'are expected to');
  },
  'an invented rank': append(
    ', the highest of the whole market',
    ', the largest move on record',
    ', which ranks third',
    ', the weakest in years',
  ),
  'an invented comparison': append(
    ', more than its rivals',
    ', cheaper than the 964',
    ', and dearer than comparable cars',
    ', which outperformed the index',
  ),
  'an invented multiple': append(
    ', twice the usual pace',
    ', half of what it was',
    ', which doubled',
    ', three times the average',
  ),
  'an invented beginning': append(' since March', ' since last spring', ', as it has since 2019', ' since the summer'),
  'an invented direction': append(
    ', and prices are climbing',
    ' while values fall',
    ', with asking prices higher',
    ', and the trend is down',
  ),
  'a further figure': append(
    ' in 17 cases',
    ', at $99,999 on average',
    ', plus 3.2% elsewhere',
    ', with 12 more to come',
  ),
  'a figure in words': append(
    ' in seventeen cases',
    ' for a dozen cars',
    ', with hundreds more unsold',
    ', a quarter of it this month',
  ),
  'a cause': append(
    ' because demand is strong',
    ', driven by scarce supply',
    ' due to lower rates',
    ', thanks to collectors',
  ),
  'advice to act': append(
    ', so buy now',
    ', which makes it a bargain',
    ', and sellers should wait',
    ', a good investment',
  ),
  'false certainty': append(
    ', which is guaranteed',
    ', and that is certain',
    ', and it will surely continue',
    ', without any doubt',
  ),
  'a judgement of size': append(', a sharp move', ', which is remarkable', ', a modest change', ' in a booming market'),
  'a sentence of its own': append(
    '. Demand for such cars remains strong',
    '. Collectors love them',
    '. The market has turned',
    '. More cars will come to the block',
  ),
  'a denial': (scene) => {
    const verb = scene.pick([
      ...scene.text.matchAll(/\b(?:is|are|was|were|stand|runs|ran|shows|covers?)\b(?![^{]*\}\})/g),
    ]);
    if (verb === undefined) return null;
    const end = verb.index + verb[0].length;
    return {
      text: `${scene.text.slice(0, end)} not${scene.text.slice(end)}`,
      truth: verb[0],
      falsehood: `${verb[0]} not`,
    };
  },
  'a bound': before('price', 'more than', 'at least', 'nearly', 'under', 'up to', 'well over'),
  'a bound of a count': before('count', 'more than', 'fewer than', 'almost', 'at most', 'over'),
  'a bound of a share': (scene) => {
    const slot = scene.pick(ofKind(scene, 'share', (_, { format }) => format === 'percent' || format === 'whole'));
    const word = scene.pick(['more than', 'nearly', 'less than', 'at least']);
    return slot === undefined ? null : replace(scene, slot, `${word ?? ''} ${slot.raw}`, word ?? '');
  },
  'a statement turned round': (scene) => {
    const slot = scene.pick(
      ofKind(scene, 'statement', (fact) =>
        /\b(?:not|no|clear|within|beat|same|says|sees|rated)\b/.test(String(fact.value)),
      ),
    );
    if (slot === undefined) return null;
    const value = String(scene.facts.get(slot.id)!.value);
    const wrong = value
      .replace(/did not beat/, 'beat')
      .replace(/^the move is clear of/, 'the move lies within')
      .replace(/\bsays buy\b/, 'says sell')
      .replace(/\bsees no edge\b/, 'sees an edge')
      .replace(/\bno\b/, 'a')
      .replace(/\brated (?:low|medium|high)\b/, 'rated critical');
    const turned = wrong === value ? value.replace(/\b(is|are|beat|says|move|moves|lies|stay)\b/, '$1 not') : wrong;
    return turned === value ? null : replace(scene, slot, turned, turned);
  },
  'markup and a link': append(' (see https://example.com)', ' <b>now</b>', ' [more](x)'),
  'a slot that is no fact': (scene) => {
    const slot = scene.pick(scene.slots);
    return slot === undefined ? null : replace(scene, slot, `{{fact:${slot.id}.other|${slot.format}}}`, 'no fact');
  },
  ...FURTHER_MUTATIONS,
};

const SLOT = /\{\{fact:([^{}|]+)\|([^{}|]+)\}\}/g;

/** Tells one lie of a kind in a text; `null` where the text gives no occasion or the change would be true. */
export function mutate(
  kind: string,
  options: { readonly text: string; readonly facts: readonly Fact[]; readonly random: Random },
): Lie | null {
  const { text, random } = options;
  const slots = [...text.matchAll(SLOT)].map((match) => ({
    raw: match[0],
    id: match[1]!,
    format: match[2]!,
    start: match.index,
    end: match.index + match[0].length,
  }));
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random.uniform() * items.length)];
  const facts = new Map(options.facts.map((fact) => [fact.id, fact]));
  const lie = MUTATIONS[kind]?.({ text, facts, slots, random, pick }) ?? null;
  return lie === null || lie.text === text ? null : { kind, ...lie };
}
