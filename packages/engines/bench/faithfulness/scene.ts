import type { Fact } from '../../src/market/insight.ts';
import { renderFact } from '../../src/insights/index.ts';
import type { Random } from '../../src/statistics/random.ts';

/** What a lie changed, written down by the one who told it. */
export interface Lie {
  readonly kind: string;
  /** The text with its slots, after the change. */
  readonly text: string;
  /** What a reader took from the place before and after. */
  readonly truth: string;
  readonly falsehood: string;
}

export interface Slot {
  readonly raw: string;
  readonly id: string;
  readonly format: string;
  readonly start: number;
  readonly end: number;
}

export interface Scene {
  readonly text: string;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly slots: readonly Slot[];
  readonly random: Random;
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
}

export type Mutation = (scene: Scene) => Omit<Lie, 'kind'> | null;

export const write = (fact: Fact | undefined, format: string): string =>
  (fact === undefined ? null : renderFact(fact, format)) ?? '';

/** Puts words in the place of a slot. */
export function replace(scene: Scene, slot: Slot, put: string, falsehood: string): Omit<Lie, 'kind'> {
  return {
    text: `${scene.text.slice(0, slot.start)}${put}${scene.text.slice(slot.end)}`,
    truth: write(scene.facts.get(slot.id), slot.format),
    falsehood,
  };
}

export const ofKind = (
  scene: Scene,
  kind: Fact['kind'],
  isWanted: (fact: Fact, slot: Slot) => boolean = () => true,
): readonly Slot[] =>
  scene.slots.filter((slot) => {
    const fact = scene.facts.get(slot.id);
    return fact?.kind === kind && isWanted(fact, slot);
  });

/** Two slots in each other's place. */
export function swap(scene: Scene, first: Slot, second: Slot): Omit<Lie, 'kind'> | null {
  const [a, b] = first.start < second.start ? [first, second] : [second, first];
  const [factA, factB] = [scene.facts.get(a.id)!, scene.facts.get(b.id)!];
  const said = (fact: Fact, slot: Slot): string => write(fact, slot.format);
  const put = (fact: Fact, place: Slot): string => `{{fact:${fact.id}|${place.format}}}`;
  // True within rounding: what a reader reads is the same.
  if (said(factA, a) === said(factB, a) || said(factA, b) === said(factB, b)) return null;
  if (said(factB, a) === '' || said(factA, b) === '') return null;
  return {
    text: `${scene.text.slice(0, a.start)}${put(factB, a)}${scene.text.slice(a.end, b.start)}${put(factA, b)}${scene.text.slice(b.end)}`,
    truth: `${said(factA, a)} / ${said(factB, b)}`,
    falsehood: `${said(factB, a)} / ${said(factA, b)}`,
  };
}

export function swapRoles(roleA: Fact['role'], roleB: Fact['role'], kind: Fact['kind']): Mutation {
  return (scene) => {
    const first = scene.pick(ofKind(scene, kind, (fact) => fact.role === roleA));
    const stem = first?.id.split('.').slice(0, -1).join('.') ?? '';
    const others = ofKind(scene, kind, (fact) => fact.role === roleB);
    const second = others.find(({ id }) => id.startsWith(stem)) ?? others[0];
    return first === undefined || second === undefined ? null : swap(scene, first, second);
  };
}

/** A slot swapped with another of its kind and role that belongs to something else. */
export function swapAlike(isWanted: (fact: Fact) => boolean): Mutation {
  return (scene) => {
    const slots = scene.slots.filter(({ id }) => isWanted(scene.facts.get(id) ?? ({} as Fact)));
    const first = scene.pick(slots);
    if (first === undefined) return null;
    const fact = scene.facts.get(first.id)!;
    const others = slots.filter(({ id, format }) => {
      const other = scene.facts.get(id)!;
      return id !== first.id && other.role === fact.role && other.unit === fact.unit && format === first.format;
    });
    const second = scene.pick(others);
    return second === undefined ? null : swap(scene, first, second);
  };
}

/** Words put at the end of a sentence. */
export function append(...claims: readonly string[]): Mutation {
  return (scene) => {
    const stops = [...scene.text.matchAll(/\.(?=\s|$)/g)].filter(
      ({ index }) => !scene.slots.some(({ start, end }) => index > start && index < end),
    );
    const stop = scene.pick(stops);
    const claim = scene.pick(claims);
    if (stop === undefined || claim === undefined) return null;
    const text = `${scene.text.slice(0, stop.index)}${claim}${scene.text.slice(stop.index)}`;
    return { text, truth: '', falsehood: claim };
  };
}

/** Words put before a slot. */
export function before(kind: Fact['kind'], ...words: readonly string[]): Mutation {
  return (scene) => {
    const slot = scene.pick(ofKind(scene, kind, (fact) => fact.role !== 'span' && fact.role !== 'span-ahead'));
    const word = scene.pick(words);
    if (slot === undefined || word === undefined) return null;
    return replace(scene, slot, `${word} ${slot.raw}`, `${word} ${write(scene.facts.get(slot.id), slot.format)}`);
  };
}

export const money = (amount: number, unit: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: unit, maximumFractionDigits: 0 }).format(amount);
