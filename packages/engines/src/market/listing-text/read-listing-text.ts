import { BODY_RULES, CONDITION_RULES } from './body-rules.ts';
import { HISTORY_RULES } from './history-rules.ts';
import { isDenied } from './is-denied.ts';
import type { Clause, ListingReading, TraitStatement } from './listing-reading.ts';
import { ODOMETER_RULES } from './odometer-rules.ts';
import { PAPER_RULES } from './paper-rules.ts';
import { splitClauses } from './split-clauses.ts';
import type { TraitRule } from './trait-rule.ts';
import { settleStatements } from './settle-statements.ts';

const RULES: readonly TraitRule[] = [
  ...HISTORY_RULES,
  ...PAPER_RULES,
  ...BODY_RULES,
  ...ODOMETER_RULES,
  ...CONDITION_RULES,
];

/** Look like a trait and are none: equipment, services and names of colours. */
const DECOYS =
  /(?:collision|accident) (?:avoidance|warning|assist|mitigation|forgiveness|cent(?:er|re)|detection|prevention)|(?:forward|pre)[\s-]collision(?: \p{L}+)?|service (?:manuals?|due|department|interval|light)|workshop manuals?|bentley(?: \p{L}+)? manuals?|rusty wallace|quick shift \(dqs|paint protection|paint to sample|original paint codes?|rust[\s-]proof\p{L}*|custom[\s-]tailor\p{L}*|stock (?:number|photos?|no)|matching (?:luggage|leather|wheels|interior)/giu;
/** What nobody knows is not said. */
const UNSAID = /\b(?:unknown|not known|may have|might have|could have|not sure|unsure|if any|possibly|unclear)\b/iu;
/** Words that speak of a trait, in whatever wording. */
const CUES =
  /(?<![\p{L}])(?:odometer|accident|collision|crash|wreck|damage[ds]?|title|owner|owners|ownership|owned|service|serviced|records?|history|receipts?|documented|paperwork|matching|modif\p{L}*|aftermarket|tun(?:ed|e)|painted|repaint\p{L}*|original paint\p{L}*|paint (?:meter|depth|reading|is)\p{L}*|rust\p{L}*|corros\p{L}*|leak\p{L}*|fault\p{L}*|broken|repair(?:s|ed)?|condition|restor\p{L}*)(?![\p{L}])/iu;

/** Without one of these no rule can match: most lines name a colour or a part and are passed over at once. */
const STEMS =
  /own|replac|hand|with its|keeper|custodian|caretaker|accident|collision|crash|wreck|bender|ended|hit|struck|damage|airbag|title|salvage|total|written|write|lemon|buyback|certif|flood|carfax|auto ?check|clean|history|family|new by|seller|service|servic|mainten|repair|record|receipt|invoice|document|book|sticker|monroney|manual|coa|kardex|build|bill of|tool|match|engine|motor|stock|molested|modif|mods|after ?market|after-market|upgrad|tun|remap|chipped|coil|lower|custom|resto|shift|roll|brake kit|wide|swap|conversion|converted|paint|spray|refinish|glass|metal|rust|corro|rot|needs|wants|everything|all |works|function|issue|fault|problem|leak|smoke|light|error|mechanical|turn|operat|operab|run|start|slip|grind|misfir|knock|blown|chip|flash|kit|exhaust|intake|header|suspension|interior|driving|frozen|stuck|stopped|faulty|odo|mileage|miles|kilomet|tmu|gauge|cluster|instrument|speedo|overheat|seized|requires|broken|project|barn|parts|condition|shape|driver|concours|showroom|mint|pristine|immaculate|flawless|like new|as new|like-new/iu;

/**
 * What a title and its lines say of a car's past and state, by rules: crashes, title, owners, records, papers, changes,
 * paint, rust, odometer, faults and condition. Denials are read ("no accidents, dents or rust"), what nobody knows is not
 * said ("accident history unknown"). Where a text says both, the worse counts. Empty for a text that says nothing.
 * Untrusted text: nothing in it is ever followed.
 *
 * @example
 * readListingText('One owner, accident-free, no service records').traits;
 * // { owners: 1, accident: false, 'service-history': false }
 */
export function readListingText(text: string): ListingReading {
  const leftClauses: Clause[] = [];
  const found = splitClauses(text).flatMap((clause): readonly TraitStatement[] => {
    if (!STEMS.test(clause.text)) return [];
    const masked = clause.text.replaceAll(DECOYS, (decoy) => '\u00b7'.repeat(decoy.length));
    const statements = RULES.flatMap((rule) => matchRule(rule, masked, clause));
    if (statements.length === 0 && CUES.test(masked)) leftClauses.push(clause);
    return statements;
  });
  return { ...settleStatements(found), leftClauses };
}

/** Title and lines of a listing as the one text that is read. */
export function textOfListing(listing: { readonly title: string; readonly details: readonly string[] }): string {
  return [listing.title, ...listing.details].join('\n');
}

function matchRule(rule: TraitRule, masked: string, clause: Clause): readonly TraitStatement[] {
  return [...masked.matchAll(rule.pattern)].flatMap((match): readonly TraitStatement[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    const named = typeof rule.value === 'function' ? rule.value(match) : rule.value;
    if (named === null) return [];
    const isSaid = rule.name.endsWith('unknown') || !UNSAID.test(masked);
    if (!isSaid) return [];
    const value = typeof named === 'boolean' && rule.canBeDenied && isDenied(masked, span) ? !named : named;
    const [start, end] = [clause.start + span.start, clause.start + span.end];
    return [
      { trait: rule.trait, value, evidence: clause.text.slice(span.start, span.end), start, end, readBy: rule.name },
    ];
  });
}
