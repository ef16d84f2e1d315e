import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { isDigitAt, someDigits } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

const dashed =
  /(?<![\p{L}\p{N}.-])(?<!(?:part|parts|ref|item|stock)(?: (?:no|number))?[.:#]? ?#?)\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}]|[.-]\d)/giu;
const label = labelPattern([
  'ssn',
  'ss',
  'itin',
  'tin',
  'social security',
  'social security (?:no|number)',
  'social',
  'taxpayer id(?:entification)?',
  'tax id',
  'tax identification',
  'last name and ssn',
]);
const grouped = /\d{3}[ .-]?\d{2}[ .-]?\d{4}(?![\p{L}\p{N}]|-\d)/uy;

/** Social security and individual taxpayer numbers of the United States: with hyphens anywhere, otherwise behind their name. */
export const usTaxNumberDetector: KnownDetector = {
  kind: 'us-tax-number',
  *find(text, index = new TextIndex(text)) {
    if (someDigits(index, isBetweenHyphens)) yield* matches(text, dashed, isAssignable);
    for (const { start, end } of labelled(index, label, grouped)) yield { start, end };
  },
};

/** Two digits between hyphens and digits. */
function isBetweenHyphens(text: string, { start, end }: Span): boolean {
  const isBetween = end - start === 2 && text[start - 1] === '-' && text[end] === '-';
  return isBetween && isDigitAt(text, start - 2) && isDigitAt(text, end + 1);
}

/** Areas 000 and 666 and the groups of zeros were never given out; 900 to 999 are taxpayer numbers of certain groups. */
function isAssignable(value: string): boolean {
  const [area = '', group = '', serial = ''] = value.split('-');
  if (area === '000' || area === '666' || group === '00' || serial === '0000') return false;
  const middle = Number(group);
  return (
    area < '900' || (middle >= 50 && middle <= 65) || (middle >= 70 && middle <= 88) || (middle >= 90 && middle !== 93)
  );
}
