import { bankAccountDetector } from './detectors/bank-account.ts';
import { birthDateDetector } from './detectors/birth-date.ts';
import { cardNumberDetector } from './detectors/card-number.ts';
import { chassisNumberDetector } from './detectors/chassis-number.ts';
import { drivingLicenceDetector } from './detectors/driving-licence.ts';
import { emailDetector } from './detectors/email.ts';
import { ibanDetector } from './detectors/iban.ts';
import { ipAddressDetector } from './detectors/ip-address.ts';
import { macAddressDetector } from './detectors/mac-address.ts';
import { numberPlateDetector } from './detectors/number-plate.ts';
import { passportDetector } from './detectors/passport.ts';
import { personDetector } from './detectors/person.ts';
import { phoneDetector } from './detectors/phone.ts';
import { positionDetector } from './detectors/position.ts';
import { postalAddressDetector } from './detectors/postal-address.ts';
import { postcodeDetector } from './detectors/postcode.ts';
import { ukPersonNumberDetector } from './detectors/uk-person-number.ts';
import { urlDetector } from './detectors/url.ts';
import { usTaxNumberDetector } from './detectors/us-tax-number.ts';
import { userNameDetector } from './detectors/user-name.ts';
import type { KnownDetector } from './known-detector.ts';

/** One detector for each of `redactionKinds`. */
export const knownDetectors: readonly KnownDetector[] = [
  ibanDetector,
  cardNumberDetector,
  chassisNumberDetector,
  emailDetector,
  urlDetector,
  macAddressDetector,
  ipAddressDetector,
  positionDetector,
  usTaxNumberDetector,
  ukPersonNumberDetector,
  drivingLicenceDetector,
  passportDetector,
  birthDateDetector,
  bankAccountDetector,
  numberPlateDetector,
  phoneDetector,
  postalAddressDetector,
  postcodeDetector,
  userNameDetector,
  personDetector,
];
