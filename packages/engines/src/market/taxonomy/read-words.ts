import type { Body, GearboxKind, Transmission } from '../vehicle.ts';
import { bodyAt } from './body-words.ts';
import { gearboxAt, gearboxKindOf, transmissionOf, type GearboxWording } from './gearbox-words.ts';

/** The words of a text, sorted into what every make has and what is left for the rules of the make. */
export interface ReadWords {
  /** First body that is named. */
  readonly body: Body | null;
  readonly transmission: Transmission | null;
  readonly gearbox: GearboxKind | null;
  /** Speeds of the gearbox, where the text says. */
  readonly gears: number | null;
  /** Speeds of a manual gearbox, where the text says. */
  readonly manualGears: number | null;
  /** The rest, in the order of the text, and where each word of it stands in the text. */
  readonly rest: readonly string[];
  readonly positions: readonly number[];
}

/** What a make adds to the words that every make has. */
export interface OwnWords {
  /** Words that stay even where they name a body. */
  readonly keep?: ReadonlySet<string>;
  /** The make's own name of an automated manual gearbox, such as `f1`. */
  readonly automatedManual?: string;
}

/** Takes body and gearbox words out of a text. */
export function readWords(words: readonly string[], own: OwnWords = {}): ReadWords {
  const rest: string[] = [];
  const positions: number[] = [];
  const gearboxes: GearboxWording[] = [];
  let body: Body | null = null;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const gearbox: GearboxWording | null =
      word !== '' && word === own.automatedManual
        ? { transmission: 'automatic', kind: 'automated-manual', speeds: null, length: 1 }
        : gearboxAt(words, at);
    const named = gearbox === null && own.keep?.has(word) !== true ? bodyAt(words, at) : null;
    const taken = gearbox?.length ?? named?.length ?? 0;
    if (taken === 0) {
      rest.push(word);
      positions.push(at);
      at += 1;
      continue;
    }
    if (gearbox !== null) gearboxes.push(gearbox);
    if (named !== null) body ??= named.body;
    at += taken;
  }
  const transmission = transmissionOf(gearboxes);
  const gears = gearboxes.find((gearbox) => gearbox.speeds !== null)?.speeds ?? null;
  return {
    body,
    transmission,
    gearbox: gearboxKindOf(gearboxes),
    gears,
    manualGears: transmission === 'manual' ? gears : null,
    rest,
    positions,
  };
}
