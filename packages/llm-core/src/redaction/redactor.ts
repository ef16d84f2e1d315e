import { LlmError } from '../errors.ts';
import type { GenerateRequest } from '../language-model.ts';
import type { Detector, FoundSpan, Span } from './detector.ts';
import { FindMemory } from './find-memory.ts';
import { knownDetectors } from './known-detectors.ts';
import { type JsonView, type ReplaceablePart, replaceableParts, viewJson } from './json-text.ts';
import { occurrencesOf } from './occurrences.ts';
import { literalKind, placeholderPattern } from './placeholder.ts';
import { type RedactionKind, redactionKinds } from './redaction-kind.ts';
import { mapRequestTexts } from './request-texts.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { TextIndex } from './text-index.ts';
import { type TextForm, Vault } from './vault.ts';

export interface RedactorOptions {
  /** Kinds that are left in, as `{ 'ip-address': false }`. Default: all twenty are taken out. */
  readonly kinds?: Partial<Readonly<Record<RedactionKind, boolean>>>;
  /** Detectors of the caller, which go before ours where two finds have one length. Default none. */
  readonly detectors?: readonly Detector[];
  /** Values that are left in, whole: texts, or patterns without the flag `g`. Default none. */
  readonly allow?: readonly (string | RegExp)[];
  /** How many texts are remembered by their digest, with kinds and places of what was found, for when they come again. Default 500. */
  readonly rememberedTexts?: number;
}

/** What became of a request: nothing but `request` may leave, and `vault` turns the answer back. */
export interface RedactedRequest {
  readonly request: GenerateRequest;
  readonly vault: Vault;
  /** How many places were replaced, by kind. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A text of a request and what the detectors found in it. */
interface Source {
  readonly view: string;
  readonly json: JsonView | undefined;
  readonly found: readonly FoundSpan[];
  parts: readonly ReplaceablePart[];
}

type MapTexts<T> = (map: (text: string, form: TextForm) => string) => T;

/** Redacts requests and texts, each with a vault of its own. */
export function createRedactor(options: RedactorOptions = {}) {
  const { kinds = {}, detectors: own = [], allow = [], rememberedTexts = 500 } = options;
  for (const { kind } of own) {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kind) || kind.length > 40 || kind === literalKind)
      throw new TypeError(
        `The detector kind "${kind}" cannot name a placeholder; use lower-case words joined by hyphens, at most 40 characters.`,
      );
  }
  const unknown = Object.keys(kinds).find((kind) => !(redactionKinds as readonly string[]).includes(kind));
  if (unknown !== undefined)
    throw new TypeError(`The redaction has no kind "${unknown}"; use one of ${redactionKinds.join(', ')}.`);
  const known = knownDetectors.filter(({ kind }) => kinds[kind as RedactionKind] !== false);
  const ranks = new Map(
    [...own.map(({ kind }) => kind), literalKind, ...redactionKinds].map((kind, rank) => [kind, rank]),
  );
  const rank = (kind: string): number => ranks.get(kind) ?? 0;
  const isAllowed = (value: string): boolean =>
    allow.some((entry) => (typeof entry === 'string' ? entry === value : matchesWhole(entry, value)));

  const memory = new FindMemory(rememberedTexts);

  function lookWithKnown(text: string): readonly FoundSpan[] {
    const found: FoundSpan[] = [];
    const index = new TextIndex(text);
    for (const detector of known)
      for (const { start, end } of spansOf(detector.kind, () => detector.find(text, index)))
        if (start < end) found.push({ kind: detector.kind, start, end });
    return found;
  }

  /** What the detectors find in a text, before overlaps are resolved. Those of the caller may know more each time. */
  function detect(text: string): readonly FoundSpan[] {
    const found: FoundSpan[] = [];
    const keep = (kind: string, { start, end }: Span) => {
      if (start < end && (allow.length === 0 || !isAllowed(text.slice(start, end)))) found.push({ kind, start, end });
    };
    if (text.includes('[['))
      for (const match of text.matchAll(placeholderPattern))
        found.push({ kind: literalKind, start: match.index, end: match.index + match[0].length });
    for (const detector of own)
      for (const span of spansOf(detector.kind, () => detector.find(text))) keep(detector.kind, span);
    for (const span of memory.find(text, lookWithKnown)) keep(span.kind, span);
    return found;
  }

  function readSource(text: string, form: TextForm): Source {
    const json = form === 'json' ? viewJson(text) : undefined;
    const view = json?.view ?? text;
    return { view, json, found: detect(view), parts: [] };
  }

  /** What of a text is replaced, in order: no two overlap, and none breaks the JSON around it. */
  function partsOf({ view, json, found }: Source, occurrences: readonly FoundSpan[]): readonly ReplaceablePart[] {
    return resolveOverlaps([...found, ...occurrences], { rank }).flatMap((span) =>
      json === undefined ? { ...span, isBare: false } : replaceableParts(span, { view, strings: json.strings }),
    );
  }

  function redactTexts<T>(mapTexts: MapTexts<T>) {
    const vault = new Vault();
    const counts: Record<string, number> = {};
    const sources: Record<TextForm, Map<string, Source>> = { text: new Map(), json: new Map() };
    const values = new Map<string, string>();
    /** What is replaced in a source, with the values that are known so far. */
    const readParts = (source: Source, occurrences: readonly FoundSpan[]) => {
      source.parts = partsOf(source, occurrences);
      for (const { kind, start, end } of source.parts) {
        const value = source.view.slice(start, end);
        if (!values.has(value)) values.set(value, kind);
      }
    };
    const unredacted = mapTexts((text, form) => {
      if (!sources[form].has(text)) {
        const source = readSource(text, form);
        sources[form].set(text, source);
        readParts(source, []);
      }
      return text;
    });
    if (values.size === 0) return { redacted: unredacted, vault, counts };

    // A value that was found in one place may stand in another where no detector sees it, and where it touches another
    // find the two make a new value; so until nothing new comes up.
    for (let size = -1; size !== values.size; ) {
      size = values.size;
      for (const form of ['text', 'json'] as const)
        for (const source of sources[form].values()) readParts(source, occurrencesOf(source.view, values));
    }
    const redacted = mapTexts((text, form) => {
      const source = sources[form].get(text);
      if (source === undefined) return text;
      const offsetOf = source.json?.offsetOf ?? ((offset: number) => offset);
      let written = '';
      let copied = 0;
      for (const { kind, start, end, isBare } of source.parts) {
        const placeholder = vault.hide(source.view.slice(start, end), kind);
        counts[kind] = (counts[kind] ?? 0) + 1;
        written += text.slice(copied, offsetOf(start)) + (isBare ? `"${placeholder}"` : placeholder);
        copied = offsetOf(end);
      }
      return written + text.slice(copied);
    });
    return { redacted, vault, counts };
  }

  return {
    redactRequest(request: GenerateRequest): RedactedRequest {
      const { redacted, vault, counts } = redactTexts((map) => mapRequestTexts(request, map));
      return { request: redacted, vault, counts };
    },
    /** One text without a request, such as a line for a log; `restore` puts its values back. */
    redactText(text: string) {
      const { redacted, vault, counts } = redactTexts((map) => map(text, 'text'));
      return { text: redacted, counts, restore: (answer: string): string => vault.restore(answer, 'text') };
    },
    /** What is found in a text, overlaps resolved, in order. */
    findSpans: (text: string): readonly FoundSpan[] => resolveOverlaps(detect(text), { rank }),
  };
}

function matchesWhole(pattern: RegExp, value: string): boolean {
  return pattern.exec(value)?.[0] === value;
}

function spansOf(kind: string, find: () => Iterable<Span>): readonly Span[] {
  try {
    return [...find()];
  } catch (cause) {
    throw new LlmError(
      'invalid-request',
      `The redaction detector for ${kind} failed, so nothing was sent; repair the detector or switch its kind off.`,
      { cause },
    );
  }
}
