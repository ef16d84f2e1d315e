import type { Body, Transmission } from '../vehicle.ts';
import { bodyAt } from './body-words.ts';
import { gearboxAt, transmissionOf, type GearboxWording } from './gearbox-words.ts';

/** The words of a text, sorted into what every make has and what is left for the rules of the make. */
export interface ReadWords {
  /** First body that is named. */
  readonly body: Body | null;
  readonly transmission: Transmission | null;
  /** Speeds of a manual gearbox, where the text says. */
  readonly manualGears: number | null;
  /** The rest, in the order of the text. */
  readonly rest: readonly string[];
}

/** Takes body and gearbox words out of a text; words in `keep` stay even where they name a body. */
export function readWords(words: readonly string[], options: { readonly keep?: ReadonlySet<string> } = {}): ReadWords {
  const rest: string[] = [];
  const gearboxes: GearboxWording[] = [];
  let body: Body | null = null;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const gearbox = gearboxAt(words, at);
    const named = gearbox === null && options.keep?.has(word) !== true ? bodyAt(words, at) : null;
    const taken = gearbox?.length ?? named?.length ?? 0;
    if (taken === 0) {
      rest.push(word);
      at += 1;
      continue;
    }
    if (gearbox !== null) gearboxes.push(gearbox);
    if (named !== null) body ??= named.body;
    at += taken;
  }
  const transmission = transmissionOf(gearboxes);
  const speeds = gearboxes.find((gearbox) => gearbox.speeds !== null)?.speeds ?? null;
  return { body, transmission, manualGears: transmission === 'manual' ? speeds : null, rest };
}
