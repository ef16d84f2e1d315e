import { OPTION_CATALOGUE } from '../catalogue/option-catalogue.ts';
import { type CompiledPhrase, compilePhrase, wordsOfPhrase } from './compile-phrase.ts';
import { DECOY_PHRASES } from './decoy-phrases.ts';
import { FOREIGN_PHRASES } from './foreign-phrases.ts';
import { ORDER_GUIDE_BODY_PHRASES } from './order-guide-body-phrases.ts';
import { ORDER_GUIDE_CABIN_PHRASES } from './order-guide-cabin-phrases.ts';
import { SHARED_PHRASES } from './shared-phrases.ts';

/** A wording with the options it names; none for a decoy. */
export interface LexiconEntry {
  readonly phrase: CompiledPhrase;
  readonly codes: readonly string[];
}

export interface OptionLexicon {
  /** The entries that may begin with a word. */
  readonly startingWith: ReadonlyMap<string, readonly LexiconEntry[]>;
  /** Every word of every wording, for the mending of misspelt ones. */
  readonly words: ReadonlySet<string>;
  /** Codes by order code of the maker, lower case. */
  readonly byFactoryCode: ReadonlyMap<string, string>;
}

let lexicon: OptionLexicon | null = null;

/** The wordings of the whole catalogue, compiled at the first call. */
export function optionLexicon(): OptionLexicon {
  lexicon ??= compileLexicon();
  return lexicon;
}

function compileLexicon(): OptionLexicon {
  const entries: LexiconEntry[] = [
    ...OPTION_CATALOGUE.flatMap(({ code, phrases }) =>
      phrases.map((notation) => ({ phrase: compilePhrase(notation), codes: [code] })),
    ),
    ...[...FOREIGN_PHRASES, ...ORDER_GUIDE_BODY_PHRASES, ...ORDER_GUIDE_CABIN_PHRASES].flatMap(({ code, notations }) =>
      notations.map((notation) => ({ phrase: compilePhrase(notation), codes: [code] })),
    ),
    ...SHARED_PHRASES.map(({ notation, codes }) => ({ phrase: compilePhrase(notation), codes })),
    ...DECOY_PHRASES.map((notation) => ({ phrase: compilePhrase(notation), codes: [] })),
  ];
  const startingWith = new Map<string, LexiconEntry[]>();
  for (const entry of entries) {
    for (const word of entry.phrase.firstWords) {
      const known = startingWith.get(word);
      if (known === undefined) startingWith.set(word, [entry]);
      else known.push(entry);
    }
  }
  const byFactoryCode = new Map<string, string>();
  for (const option of OPTION_CATALOGUE) {
    for (const factoryCode of option.factoryCodes) {
      const code = factoryCode.toLowerCase();
      if (!byFactoryCode.has(code)) byFactoryCode.set(code, option.code);
    }
  }
  return { startingWith, words: new Set(entries.flatMap((entry) => wordsOfPhrase(entry.phrase))), byFactoryCode };
}
