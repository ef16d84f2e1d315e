import { type TraitRule, traitRule } from './trait-rule.ts';

const ODOMETER = '(?:odometer|odo|speedometer|speedo|instrumentation|instruments?|(?:instrument |gauge )?cluster)';
const CHANGED =
  '(?:replac\\p{L}+|repaired|rebuilt|refurbished|reset|removed|(?:once |twice |\\dx )?rolled(?: ?over| ?back)?)';
const STOPPED =
  '(?:broken|in ?operative|in ?operable|non ?(?:functional|functioning|operational|working)|faulty|stopped|frozen|stuck|disconnected)';

/** Whether a car has run what its odometer shows. */
export const ODOMETER_RULES: readonly TraitRule[] = [
  traitRule('mileage-unknown', 'true-mileage', false, {
    words: `tmu|(?:true |total |actual |original |exact )?(?:mileage|miles|kilometers|kilometres|km) (?:(?:is|are) )?(?:unknown|not known|not actual|undetermined|unverified|exempt)|unknown (?:true |total |actual )?(?:mileage|miles)
      |not (?:the )?actual (?:mileage|miles)|(?:${CHANGED}|${STOPPED}) (?:digital )?${ODOMETER}|${ODOMETER} (?:readout )?(?:(?:is|was|has been|had been|does|reads|has) )?(?:${CHANGED}|${STOPPED}|not (?:working|work|functional|operational)|rollover)`,
    canBeDenied: false,
  }),
  traitRule('mileage-differs', 'true-mileage', false, {
    words: `(?:mileage|odometer) (?:discrepancy|rollback|tampering|fraud)`,
  }),
  traitRule('mileage-true', 'true-mileage', true, {
    words: `(?:true|actual|documented|verified|genuine|correct|certified) (?:low )?(?:mileage|miles|kilometers|kilometres)|(?:mileage|miles) (?:(?:is|are) )?(?:documented|verified|genuine|correct|actual|original and documented)`,
  }),
];
