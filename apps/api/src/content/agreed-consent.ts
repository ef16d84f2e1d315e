import type { IsoDate } from '@pa/engines';
import { giveInvestmentConsent, type InvestmentConsent, investmentDisclaimer } from '@pa/engines/insights';
import { ApiError } from '../http/api-error.ts';

/** The consent of a request; one to an older disclaimer is answered with 422. */
export function agreedConsent(
  given: { readonly userId: string; readonly disclaimerVersion: string },
  givenOn: IsoDate,
): InvestmentConsent {
  const { version } = investmentDisclaimer();
  if (given.disclaimerVersion !== version) {
    throw new ApiError(422, {
      code: 'CONSENT_NEEDED',
      message: `The disclaimer ${given.disclaimerVersion} is not in force: show version ${version} and ask again.`,
    });
  }
  return giveInvestmentConsent({ ...given, givenOn });
}
