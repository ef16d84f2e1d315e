import type { Fact } from '../../src/market/insight.ts';
import { append, before, ofKind, replace, write, type Mutation, type Scene } from './scene.ts';

/** A wrong figure for a slot, in plain digits, which a disguise then hides. */
function wrongFigure(scene: Scene, kinds: readonly Fact['kind'][] = ['price', 'count']) {
  const slot = scene.pick(kinds.flatMap((kind) => ofKind(scene, kind, (fact) => Number(fact.value) > 1)));
  if (slot === undefined) return null;
  const fact = scene.facts.get(slot.id)!;
  const figure = Math.round(Number(fact.value) * 1.4) + 3;
  return { slot, figure, unit: fact.kind === 'count' ? ` ${fact.unit}s` : '' };
}

/** A wrong figure whose characters are written in a way that a reader reads and a pattern may not. */
function disguised(disguise: (digits: string) => string): Mutation {
  return (scene) => {
    const wrong = wrongFigure(scene);
    if (wrong === null) return null;
    const put = `${disguise(String(wrong.figure))}${wrong.unit}`;
    return replace(scene, wrong.slot, put, `${wrong.figure}${wrong.unit}`);
  };
}

const digitsFrom =
  (zero: number) =>
  (digits: string): string =>
    digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨';
const fromTable =
  (table: string) =>
  (digits: string): string =>
    digits.replace(/\d/g, (digit) => [...table][Number(digit)]!);

/** A word of direction that says the opposite of the sign. */
const wrongVerb =
  (ofRise: readonly string[], ofFall: readonly string[]): Mutation =>
  (scene) => {
    const slot = scene.pick(
      ofKind(scene, 'share', (fact, { format }) => format === 'change' && Math.abs(Number(fact.value)) >= 0.0005),
    );
    if (slot === undefined) return null;
    const verb = scene.pick(Number(scene.facts.get(slot.id)!.value) > 0 ? ofFall : ofRise) ?? '';
    return replace(scene, slot, `${verb} {{fact:${slot.id}|size}}`, verb);
  };

/** Lies of a second list, written before the rules of the prover were read. */
export const FURTHER_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'another basis of a figure': (scene) => {
    // What a fact's own words call a total is one.
    const lie = before('price', 'an average of', 'a record', 'a minimum of', 'a total of')(scene);
    const isCost = scene.slots.some(({ id }) => scene.facts.get(id)?.words?.includes('total'));
    return isCost && lie?.falsehood.startsWith('a total of') === true ? null : lie;
  },
  'another currency in words': (scene) => {
    const slot = scene.pick(ofKind(scene, 'price', (fact) => fact.unit === 'USD'));
    const wrong = `${scene.pick(['€', '£', 'CHF ', 'C$']) ?? ''}${write(scene.facts.get(slot?.id ?? ''), slot?.format ?? '').replace('$', '')}`;
    return slot === undefined ? null : replace(scene, slot, wrong, wrong);
  },
  'percentage points for per cent': (scene) => {
    const slot = scene.pick(ofKind(scene, 'share'));
    return slot === undefined ? null : replace(scene, slot, `${slot.raw} points`, 'points');
  },
  'a verb of the other direction': wrongVerb(
    ['firmed', 'rallied', 'added', 'put on', 'advanced', 'strengthened by'],
    ['gave back', 'shed', 'softened by', 'cooled by', 'surrendered', 'retreated by'],
  ),
  'another verb of the other direction': wrongVerb(
    ['crept up by', 'picked up', 'clawed back', 'inched ahead by'],
    ['came off', 'eased by', 'gave up', 'came down by', 'ticked lower by'],
  ),
  'a superlative of all time': append(
    ', an all-time high',
    ', a record',
    ', unprecedented',
    ', the strongest since 2019',
  ),
  'a rank in an ordinal': append(
    ', the third-highest',
    ', second only to the GT3',
    ', in the top ten',
    ', the runner-up',
  ),
  'a fraction or a multiple': append(
    ', a third of it',
    ', tenfold',
    ', twofold',
    ', half as much again',
    ', a fifth more',
  ),
  'a range about a figure': (scene) => {
    const slot = scene.pick(ofKind(scene, 'price', (fact) => fact.role !== 'lower' && fact.role !== 'upper'));
    if (slot === undefined) return null;
    return replace(scene, slot, `between $1,000 and ${slot.raw}`, 'a range');
  },
  'a vague quantity': append(
    ' in dozens of sales',
    ' in most sales',
    ' for nearly all cars',
    ' at a handful of sales',
    ' in scores of cases',
  ),
  'a vague quantity of cars': append(
    ', though few sold',
    ', and many went unsold',
    ', with several withdrawn',
    ', as the majority did',
  ),
  'full-width digits': disguised(digitsFrom(0xff10)),
  'Arabic-Indic digits': disguised(digitsFrom(0x0660)),
  'Devanagari digits': disguised(digitsFrom(0x0966)),
  'mathematical digits': disguised(digitsFrom(0x1d7ce)),
  'superscript digits': disguised(fromTable(SUPERSCRIPTS)),
  'circled digits': disguised(fromTable(CIRCLED)),
  'letters for digits': disguised((digits) => digits.replaceAll('0', 'O').replaceAll('1', 'l')),
  'a zero-width character within a figure': disguised((digits) => [...digits].join('\u200b')),
  'a soft hyphen within a figure': disguised((digits) => [...digits].join('\u00ad')),
  'Roman numerals': append(' in XVII cases', ' in Ⅻ sales', ', No. IV of its kind'),
  'a scientific figure': disguised((digits) => `${digits[0]!}e${digits.length - 1}`),
  'another period in words': append(
    ' over the past year',
    ' since last weekend',
    ' in a fortnight',
    ' this decade',
    ' year on year',
  ),
  'a cause in other words': append(
    ', on the back of strong demand',
    ', as buyers return',
    ', reflecting a scarcity of cars',
    ', owing to the season',
    ', in the wake of lower rates',
  ),
  'a promise': append(
    ', and it will keep rising',
    ', and this is set to continue',
    ', a safe bet',
    ', bound to pay off',
  ),
  'a condition': append(', and if rates fall prices jump', ', provided that demand holds', ', unless buyers stay away'),
  'an invented place': append(' in Stuttgart', ' across California', ' at Pebble Beach', ' in Japan above all'),
  'an invented seller': append(
    ', as RM Sotheby’s reports',
    ', at Hagerty’s figure',
    ', according to dealers',
    ', experts agree',
  ),
  'a trim in other letters': append(
    ', as with the Turbo',
    ', like the Carrera',
    ', above all the Speedster',
    ', led by the Тurbо',
  ),
  'advice in other words': append(
    ', a chance worth taking',
    ', time to act',
    ', do not miss it',
    ', worth snapping up',
    ', hold on to it',
  ),
  'an arrow or an emoji': append(' ↑', ' 📈', ' ▲', ' 🔥', ' ⬇️'),
  'markup of other kinds': append(
    ' ![x](//evil.test/p.png)',
    ' <!-- sold out -->',
    ' &lt;b&gt;',
    ' `code`',
    ' **sold out**',
    ' www.evil.test',
  ),
  'hidden text': append(' \u{e0062}\u{e0075}\u{e0079}', ' \u202esold\u202c', '\u2060\u2063'),
  'a word split by an invisible character': append(
    ', a re\u200bcord',
    ', prices ri\u200bse',
    ', gua\u00adranteed',
    ', dou\u2060bled',
  ),
  'a homoglyph in a loaded word': append(', a rеcord', ', guаranteed', ', dоubled', ', prices rоse'),
  'a denial in other words': append(
    ', or rather the reverse',
    ', which is untrue',
    ', though hardly',
    ', contrary to appearances',
  ),
  'another language': append(', ein Rekord', ', prix en hausse', ', 値上がり', ', цены растут', ', el doble'),
};
