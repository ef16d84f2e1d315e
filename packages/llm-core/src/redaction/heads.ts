/** Longer heads tell more words apart, shorter ones cost less to look up. */
const LONGEST_HEAD = 3;
/** Bits that say whether a beginning may be known at all; small enough to stay in the cache of a processor. A power of two. */
const FILTER_SIZE = 8192;
const HASH_START = 0x811c9dc5;
const SPACE = 32;

/** The beginnings of some words, by which places in a text are found where one of them may stand. */
export interface Heads {
  readonly id: number;
}

/** Who begins so; `nextLetter` is that of the word behind, 0 where any may follow. */
interface Owner {
  readonly id: number;
  readonly nextLetter: number;
}

/** Owners by the hash of a beginning, and of a whole word. Two words may share a hash: a pattern is tried once too often. */
class Table {
  readonly #owners = new Map<number, Owner[]>();
  readonly #filter = new Uint8Array(FILTER_SIZE);

  add(hash: number, owner: Owner): void {
    const owners = this.#owners.get(hash) ?? [];
    if (!owners.some(({ id, nextLetter }) => id === owner.id && nextLetter === owner.nextLetter)) owners.push(owner);
    this.#owners.set(hash, owners);
    this.#filter[hash & (FILTER_SIZE - 1)] = 1;
  }

  ownersOf(hash: number): readonly Owner[] | undefined {
    return this.#filter[hash & (FILTER_SIZE - 1)] === 0 ? undefined : this.#owners.get(hash);
  }
}

const beginnings = new Table();
const wholeWords = new Table();
let headCount = 0;

/**
 * Beginnings of words in any case. A word may be the source of a pattern: its head is the word before the first sign that is no
 * letter, whole unless that sign lets more or fewer letters follow.
 */
export function headsOf(words: readonly string[]): Heads {
  const id = headCount++;
  for (const word of words) {
    const plain = /^\p{L}*/u.exec(word)?.[0] ?? '';
    const next = word.slice(plain.length);
    const isOptional = /^[?*{]/.test(next);
    const isWhole = /^(?:$|\\\.\??$|(?:[ _./'’-]|\\\.)(?![?*{]))/.test(next);
    const longest = isWhole ? plain.length : Math.min(LONGEST_HEAD, isOptional ? plain.length - 1 : plain.length);
    const head = plain.slice(0, longest).toLowerCase();
    if (head === '') throw new TypeError(`The label "${word}" begins with no letter: write it so that it does.`);
    let hash = HASH_START;
    for (let place = 0; place < head.length; place++) hash = nextHash(hash, head.charCodeAt(place));
    const nextLetter = isWhole ? (/^ (\p{L})(?![?*{])/u.exec(next)?.[1]?.toLowerCase().charCodeAt(0) ?? 0) : 0;
    (isWhole ? wholeWords : beginnings).add(hash, { id, nextLetter });
  }
  return { id };
}

/** Collects where heads stand in a text whose letters are shown to it one after the other. */
export class HeadFinder {
  /** Places in order, by the id of the heads. */
  readonly found: (number[] | undefined)[] = [];
  readonly #text: string;
  #hash = HASH_START;
  #length = 0;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  begin(start: number): void {
    this.#hash = HASH_START;
    this.#length = 0;
    this.#start = start;
  }

  /** The next letter of the word, in lower case. */
  letter(code: number): void {
    this.#hash = nextHash(this.#hash, code);
    this.#length += 1;
    if (this.#length > LONGEST_HEAD) return;
    const owners = beginnings.ownersOf(this.#hash);
    if (owners !== undefined) this.#keep(owners, 0);
  }

  /** The letters of the word are over at a place. */
  end(at: number): void {
    if (this.#length === 0) return;
    const owners = wholeWords.ownersOf(this.#hash);
    if (owners !== undefined) this.#keep(owners, at);
    this.#length = 0;
  }

  #keep(owners: readonly Owner[], end: number): void {
    for (const { id, nextLetter } of owners) {
      if (nextLetter !== 0 && !isFollowedBy(this.#text, end, nextLetter)) continue;
      const starts = (this.found[id] ??= []);
      if (starts[starts.length - 1] !== this.#start) starts.push(this.#start);
    }
  }
}

function isFollowedBy(text: string, end: number, nextLetter: number): boolean {
  return text.charCodeAt(end) === SPACE && lowerCase(text.charCodeAt(end + 1)) === nextLetter;
}

/** FNV-1a of 32 bits. */
function nextHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function lowerCase(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}
