import { InvalidInputError } from '../../errors.ts';
import type { IsoDate } from '../../market/calendar.ts';

declare const disclaimerBrand: unique symbol;
declare const consentBrand: unique symbol;

/** The text that goes with every recommendation. It can only be had from `investmentDisclaimer`. */
export interface InvestmentDisclaimer {
  readonly [disclaimerBrand]: true;
  readonly version: string;
  readonly text: string;
}

/** That a person has read the disclaimer and wants to see recommendations. It can only be had from `giveInvestmentConsent`. */
export interface InvestmentConsent {
  readonly [consentBrand]: true;
  readonly userId: string;
  readonly givenOn: IsoDate;
  readonly disclaimerVersion: string;
}

const DISCLAIMER_VERSION = 'investment-1';
const DISCLAIMER =
  'This is a rule on statistics of past sales and no personal advice. Cars can lose value and may take long to sell. ' +
  'Past calls and past prices say nothing certain about later ones. Only stake money that you can lose, and ask an ' +
  'independent adviser who knows your situation.';

/** The disclaimer in force. */
export function investmentDisclaimer(): InvestmentDisclaimer {
  return { version: DISCLAIMER_VERSION, text: DISCLAIMER } as InvestmentDisclaimer;
}

/** Records that a person has agreed. A person without an id, or one who agreed to an older text, is an `InvalidInputError`. */
export function giveInvestmentConsent(given: {
  readonly userId: string;
  readonly givenOn: IsoDate;
  /** The version of the text that was shown. */
  readonly disclaimerVersion: string;
}): InvestmentConsent {
  const { userId, givenOn, disclaimerVersion } = given;
  if (userId.trim() === '') {
    throw new InvalidInputError('A consent needs the id of the person who gives it: give one.');
  }
  if (disclaimerVersion !== DISCLAIMER_VERSION) {
    throw new InvalidInputError(
      `The disclaimer ${disclaimerVersion} is not in force: show version ${DISCLAIMER_VERSION} and ask again.`,
    );
  }
  return { userId, givenOn, disclaimerVersion } as InvestmentConsent;
}
