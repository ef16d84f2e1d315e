import { userInfo } from 'node:os';
import type { IsoDate } from '@pa/engines';
import { giveInvestmentConsent, type InvestmentConsent, investmentDisclaimer } from '@pa/engines/insights';
import { CommandError } from '../errors.ts';

/** The consent of whoever runs the command. Without the version of the disclaimer in force it is shown and nothing else. */
export function consentFrom(accepted: string | undefined, givenOn: IsoDate): InvestmentConsent {
  const { version, text } = investmentDisclaimer();
  if (accepted !== version) {
    throw new CommandError(
      'CONSENT_NEEDED',
      `Calls are shown to readers who agree to the disclaimer: "${text}" Read it, then add --accept ${version}.`,
    );
  }
  return giveInvestmentConsent({ userId: userInfo().username, givenOn, disclaimerVersion: version });
}
