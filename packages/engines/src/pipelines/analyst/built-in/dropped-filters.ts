import type { MetricFilter } from '../../../market/ports/market-metrics.ts';

/** Words that take a condition of the question before back, with the condition. */
export const DROPPED: readonly (readonly [RegExp, keyof MetricFilter])[] = [
  [/\b(?:forget|drop|without|ignore|any|all|regardless of|never ?mind) (?:the |about the )?(?:colou?rs?)\b/, 'color'],
  [
    /\b(?:forget|drop|ignore|any|all|regardless of|never ?mind) (?:the |about the )?(?:gearbox(?:es)?|transmissions?)\b/,
    'transmission',
  ],
  [/\b(?:forget|drop|ignore|any|all|regardless of|never ?mind) (?:the |about the )?(?:mileages?|miles)\b/, 'miles'],
  [/\b(?:forget|drop|ignore|any|regardless of|never ?mind) (?:the |about the )?(?:prices?|price limit)\b/, 'price'],
  [
    /\b(?:forget|drop|ignore|any|all|regardless of|never ?mind) (?:the |about the )?(?:years?|period|dates?|time(?: (?:limit|frame|span|window))?)\b|without (?:a |the )?time limit\b|\b(?:all time|all years|in total|overall|ever)\b/,
    'days',
  ],
  [
    /\b(?:forget|drop|ignore|any|all|regardless of|never ?mind) (?:the |about the )?(?:states?|regions?)\b|\bnationwide\b/,
    'region',
  ],
  [/\b(?:forget|drop|ignore|any|all|regardless of|never ?mind) (?:the |about the )?(?:body|bodies)\b/, 'body'],
  [
    /\b(?:all|any) sellers?\b|\b(?:forget|drop|ignore|regardless of|never ?mind) (?:the |about the )?sellers?(?: types?)?\b/,
    'sellerType',
  ],
  [/\b(?:all|any) generations?\b/, 'generation'],
  [/\b(?:all|any) trims?\b/, 'trim'],
];
