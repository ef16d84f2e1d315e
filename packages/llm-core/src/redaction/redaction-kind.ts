/**
 * The kinds of personal data that are taken out, the more specific first: of two finds of one length the earlier kind
 * names the placeholder.
 */
export const redactionKinds = [
  'iban',
  'card-number',
  'chassis-number',
  'email',
  'url',
  'mac-address',
  'ip-address',
  'position',
  'us-tax-number',
  'uk-person-number',
  'driving-licence',
  'passport',
  'birth-date',
  'bank-account',
  'number-plate',
  'phone',
  'postal-address',
  'postcode',
  'user-name',
  'person',
] as const;

export type RedactionKind = (typeof redactionKinds)[number];
