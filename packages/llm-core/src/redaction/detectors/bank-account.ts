import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern } from '../labelled.ts';
import { countDigits } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

const label = labelPattern([
  'account',
  'accounts',
  'acct\\.?',
  'acc\\.?',
  'a/c',
  'bank account',
  'checking(?: account)?',
  'savings(?: account)?',
  'routing',
  'routing transit',
  'rtn',
  'aba',
  'aba routing',
  'transit',
  'sort code',
  'sort-code',
  'sortcode',
  's/c',
  'konto',
  'kontonummer',
  'kto\\.?',
  'kto-nr\\.?',
  'bankleitzahl',
  'blz',
  'numéro de compte',
  'compte',
  'compte bancaire',
  'rib',
  'conto',
  'conto corrente',
  'c/c',
  'numero di conto',
  'cuenta',
  'cuenta bancaria',
  'número de cuenta',
  'ccc',
  'account_number',
  'accountNumber',
  'routing_number',
  'routingNumber',
  'sort_code',
  'sortCode',
  'wire (?:it )?to',
]);
const number = /[A-Z]?\d(?:[ -]?\d){4,22}[A-Z]?(?![\p{L}\p{N}]|[.,/]\d)/uy;
const bankLabel = labelPattern(['swift', 'bic', 'swift code', 'bic code', 'swift/bic', 'bic/swift', 'swift-bic']);
const bank = /[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![\p{L}\p{N}])/uy;

/** Numbers of accounts and of the banks that hold them, behind their names. Nothing in the digits tells them from others. */
export const bankAccountDetector: KnownDetector = {
  kind: 'bank-account',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const { start, end, value } of labelled(index, label, number)) {
      if (countDigits(value) >= 6) yield { start, end };
    }
    for (const { start, end } of labelled(index, bankLabel, bank)) yield { start, end };
  },
};
