import type { MetricExceptions } from '../../../market/ports/market-metrics.ts';
import type { MarketVocabulary } from './market-vocabulary.ts';
import type { NamePhrases } from './name-phrases.ts';
import { readMarks } from './read-marks.ts';
import { readOptionCodes, readProperties } from './read-properties.ts';
import { readVehicles } from './read-vehicles.ts';

/** What a text leaves out, and the text without it. */
export interface ReadExclusions {
  readonly except: MetricExceptions;
  /** True where cars with an option stand against those without: `with PCCB versus without`. */
  readonly isContrast: boolean;
  readonly rest: string;
}

const MARKER =
  /\b(?:without|excluding|excludes?|except(?: for)?|other than|apart from|aside from|leav(?:e|ing) out|not counting|ignoring|minus|any (?:[a-z]+ )?but|anything but|but (?:not|no)|(?:are|is|do|does|did|were|was|have|has|had) not(?: (?:have|had|come with|fitted with|equipped with))?|not (?:fitted|equipped|optioned) with|not in|(?:have|has|had|having|with) no|but no|not|no|non)\b/;
/** Where what is left out ends: at a comma, or where the sentence goes on. */
const END =
  /(?= ,| (?:sold|sells?|selling|sale|go|goes|went|fetch(?:ed)?|bring|brought|cost|in|on|for|from|since|over|under|below|above|between|did|do|does|were|was|are|is|changed|found|have|has|that|which|versus|vs|against|compared|what|how|at)\b|\s*$)/;
const CONTRAST =
  /\b(?:with (?:and|or|vs|versus|against) without|(?:those|ones|cars|examples)? ?(?:versus|vs|against|than|and|or|compared (?:to|with)) (?:(?!with\b)[\da-z.,]+ ){0,3}without)\b/;

/** Reads `other than`, `without`, `excluding` and the like. Words that name nothing stay: `without a time limit`. */
export function readExclusions(
  text: string,
  options: { readonly phrases: NamePhrases; readonly vocabulary: MarketVocabulary },
): ReadExclusions {
  let rest = text;
  let except: MetricExceptions = {};
  let from = 0;
  for (;;) {
    const marker = MARKER.exec(rest.slice(from));
    if (marker === null) break;
    const start = from + marker.index;
    const behind = start + marker[0].length;
    // `Non-black Cayennes`: of one word.
    const length =
      marker[0] === 'non'
        ? (/^[ -]*[a-z0-9.]+/.exec(rest.slice(behind))?.[0].length ?? 0)
        : (END.exec(rest.slice(behind))?.index ?? 0);
    const found = exceptionsIn(
      ` ${rest
        .slice(behind, behind + length)
        .replace(/^[ -]+/, '')
        .trim()} `,
      options,
    );
    if (Object.keys(found).length === 0) {
      from = behind;
      continue;
    }
    except = united(except, found);
    rest = `${rest.slice(0, start)}, ${rest.slice(behind + length).trimStart()}`;
    from = start;
  }
  // Both sides of a contrast are asked for, so that neither is left out.
  const codes = except.optionCodes ?? [];
  const isContrast = CONTRAST.test(text);
  if (!isContrast || codes.length === 0) return { except, isContrast, rest };
  const { optionCodes: _both, ...others } = except;
  return { except: others, isContrast, rest: `${rest}, ${codes.join(' ').replaceAll('-', ' ')} ` };
}

/** Exceptions of both, each value once. */
export function united(first: MetricExceptions, second: MetricExceptions): MetricExceptions {
  const both: Record<string, readonly string[]> = { ...(first as Record<string, readonly string[]>) };
  for (const [key, values] of Object.entries(second) as [string, readonly string[]][]) {
    both[key] = [...new Set([...(both[key] ?? []), ...values])];
  }
  return both as MetricExceptions;
}

function exceptionsIn(
  text: string,
  options: { readonly phrases: NamePhrases; readonly vocabulary: MarketVocabulary },
): MetricExceptions {
  const marks = readMarks(text);
  const { optionCodes, rest } = readOptionCodes(marks.rest);
  const { mentions, rest: afterVehicles } = readVehicles(rest, options);
  const { transmissions, bodies, colors, regions, sellerTypes } = readProperties(afterVehicles);
  const named = {
    makes: mentions.flatMap(({ make, model, generation, trim }) =>
      make !== undefined && (model ?? generation ?? trim) === undefined ? [make] : [],
    ),
    models: mentions.flatMap(({ model, generation, trim }) =>
      model !== undefined && generation === undefined && trim === undefined ? [model] : [],
    ),
    generations: mentions.flatMap(({ generation, trim }) =>
      generation !== undefined && trim === undefined ? [generation] : [],
    ),
    trims: mentions.flatMap(({ trim }) => (trim === undefined ? [] : [trim])),
    bodies,
    transmissions,
    colors,
    regions,
    sellerTypes,
    optionCodes,
    marks: marks.marks,
  };
  return Object.fromEntries(Object.entries(named).filter(([, values]) => values.length > 0)) as MetricExceptions;
}
