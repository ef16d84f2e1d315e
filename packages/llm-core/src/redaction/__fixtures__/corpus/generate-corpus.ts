import type { FoundSpan } from '../../detector.ts';
import { listingProse } from './listing-prose.ts';
import { type Country, countries } from './place-and-name-lists.ts';
import { samples } from './sample-values.ts';
import { type Half, halfOf, seededRandom } from './seeded-random.ts';
import { templates } from './templates.ts';

export interface LabelledText {
  readonly text: string;
  /** What is personal in it, in order. */
  readonly spans: readonly FoundSpan[];
}

/** Decides which templates, names and places are tuned on; never changed, so that the locked half stays unseen. */
const SPLIT_SEED = 911;

/**
 * Texts of listings with personal data at known places: one to three sentences that hold some, between others that hold
 * none. Templates, prose, names and places of one half do not occur in the other. Same options, same texts.
 */
export function* generateCorpus(options: {
  readonly half: Half;
  readonly count: number;
  readonly seed: number;
}): Generator<LabelledText> {
  const { half, count } = options;
  const random = seededRandom(options.seed);
  const split = { half, seed: SPLIT_SEED };
  const prose = halfOf(listingProse, split);
  const sentencesOf = (group: Country | 'any'): readonly string[] => halfOf(templates[group], split);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let index = 0; index < count; index++) {
    const country = pick(countries);
    const pieces: LabelledText[] = [{ text: pick(prose), spans: [] }];
    for (let personal = 1 + Math.floor(random() * 3); personal > 0; personal--) {
      pieces.push(fillTemplate(pick(sentencesOf(random() < 0.4 ? 'any' : country)), { random, country, ...split }));
      if (random() < 0.7) pieces.push({ text: pick(prose), spans: [] });
    }
    yield joinPieces(pieces, random() < 0.5 ? '\n' : ' ');
  }
}

function fillTemplate(template: string, options: Parameters<(typeof samples)[string][1]>[0]): LabelledText {
  const spans: FoundSpan[] = [];
  let text = '';
  let copied = 0;
  for (const match of template.matchAll(/\{(\w+)\}/g)) {
    const sample = samples[match[1] as string];
    if (sample === undefined) throw new Error(`The template "${template}" has no value for ${match[0]}.`);
    text += template.slice(copied, match.index);
    const value = sample[1](options);
    spans.push({ kind: sample[0], start: text.length, end: text.length + value.length });
    text += value;
    copied = match.index + match[0].length;
  }
  return { text: text + template.slice(copied), spans };
}

function joinPieces(pieces: readonly LabelledText[], separator: string): LabelledText {
  let text = '';
  const spans: FoundSpan[] = [];
  for (const piece of pieces) {
    // A list entry without a full stop stands on a line of its own, as it does in a listing.
    if (text !== '') text += /[.!,]$/.test(text) && /[.!]$/.test(piece.text) ? separator : '\n';
    for (const span of piece.spans)
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    text += piece.text;
  }
  return { text, spans };
}
