import { type TraitRule, traitRule } from './trait-rule.ts';

const CARE = '(?:service|servicing|maintenance|repair|dealer service)';
const PROOF = '(?:history|records?|receipts?|invoices?|documentation|books?|file|log|stamps?)';

/** Records of care, papers, and parts that are proved to be the first ones. */
export const PAPER_RULES: readonly TraitRule[] = [
  traitRule('service-proof', 'service-history', true, {
    words: `${CARE} ${PROOF}|(?:full|complete|extensive|comprehensive|all|partial|stamped|documented) (?:records?|history|receipts?|maintenance|servic(?:e|ing))
      |(?:well |fully )?documented ${CARE}(?: history)?|stamped (?:service )?book|(?:binder|folder|stack|file)s? of (?:\\p{L}+ )?(?:receipts|invoices|records)
      |(?:records|receipts|invoices) (?:since new|from new|going back|dating back|available|included|on hand|to new|for everything)`,
  }),
  traitRule('service-unknown', 'service-history', false, {
    words: `${CARE} ${PROOF} (?:is|are) (?:unknown|not known|unavailable|missing|lost)|unknown ${CARE} history`,
    canBeDenied: false,
  }),
  traitRule('papers', 'paperwork', true, {
    words: `window sticker|monroney(?: sticker| label)?|owner['’]?s?['’]? (?:manuals?|books?|handbooks?)|(?:books|manuals)(?! (?:transmission|gearbox|shift))
      |certificate of authenticity|coa|kardex|build sheet|original (?:bill of sale|sales invoice|purchase (?:order|invoice))|tool ?(?:kit|roll|set)
      |birth certificate|classiche certificat(?:e|ion)|(?<!\\p{L} )documentation|(?:delivery|import|factory|original|purchase|sales) (?:documentation|documents)|title history`,
  }),
  traitRule('numbers-match', 'matching-numbers', true, {
    words: `(?:numbers|number) matching|matching (?:numbers?|engine)|original (?:engine|motor) and (?:gearbox|transmission|transaxle)|original matching`,
  }),
  traitRule('numbers-differ', 'matching-numbers', false, {
    words: `non (?:numbers )?matching(?: numbers| engine)?|(?:replacement|replaced|crate|non original|later|period correct replacement) (?:engine|motor|flat six|v8|inline six|block)
      |replacement,? (?:(?!(?:and|with|for) )[\\p{L}\\d.,-]+ ){0,3}(?:v6|v8|v10|v12|w12|(?:inline|flat|straight|slant) (?:two|three|four|five|six|eight|\\d)|rotary|wankel|v twin|(?:short|long) block|\\d{3})(?: engine)?
      |(?:engine|motor|v6|v8|v10|v12|ls\\d?|flat six|inline six|straight six) (?:was )?(?:replaced|swapped|swap)`,
    canBeDenied: false,
  }),
];
