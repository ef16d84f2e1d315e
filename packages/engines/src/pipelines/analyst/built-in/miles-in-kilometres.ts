const KILOMETRES_PER_MILE = 1.609344;
/** Thousandths of a mile: no bound of whole kilometres falls on the other side of a reading for it. */
const PLACES = 3;
const UNIT = '(?:km|kms|kilomet(?:er|re)s?)';

/** Distances of a text in miles, the unit of the rules: `30000 km` is `18641.136 miles`. Lower case, numbers in full. */
export function milesInKilometres(text: string): string {
  return text
    .replace(new RegExp(`\\b(\\d+(?:\\.\\d+)?)(?= (?:and|to) \\d+(?:\\.\\d+)? ?${UNIT}\\b)`, 'g'), (_, value: string) =>
      inMiles(value),
    )
    .replace(new RegExp(`\\b(\\d+(?:\\.\\d+)?) ?${UNIT}\\b`, 'g'), (_, value: string) => `${inMiles(value)} miles`);
}

function inMiles(kilometres: string): string {
  return String(Number((Number(kilometres) / KILOMETRES_PER_MILE).toFixed(PLACES)));
}
