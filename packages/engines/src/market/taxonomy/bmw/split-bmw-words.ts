const NUMBER_WITH_TRIM = /^(?:(2002|1600|1800|2000|2800)(tii|tilux|ti|csi|csl|cs|c)|([23]\.\d)(csi|csl|cs|si|s|li))$/;
const NUMBER_OF_SERIES = /^m?([1-8])\d{2}(?:[a-z]+\d?)$/;
const BARE_NUMBER = /^(?:3(?:15|16|18|20|23|25)|5(?:18|20|25|28|30))$/;
/** The first year of a series that is named by three digits; the 319 and 328 of the thirties are other cars. */
const FIRST_SERIES_YEAR = 1972;
const OWN_LINE = new Set(['m635csi']);
const Z_LITRES = /^(?:z3|z4|x3|x5)$/;

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  competiton: ['competition'],
  'm-sport': ['m', 'sport'],
  clubsport: ['club', 'sport'],
};

/** Wagons, Gran Turismos and Compacts by words that every other make reads otherwise. */
function bodyWords(words: readonly string[]): readonly string[] {
  const touring = words.some((word) => /^(?:2002|1802|1602|2000)$/.test(word)) ? 'hatchback' : 'wagon';
  const read: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if ((word === 'sport' || word === 'sports') && next === 'wagon') continue;
    if (word === 'gran' && next === 'turismo') {
      read.push('hatchback');
      at += 1;
    } else if (word === 'touring') read.push(touring);
    else if (word === 'compact') read.push('hatchback');
    else read.push(word);
  }
  return read;
}

/** `M3 Competition M xDrive` is a `Competition xDrive`, and `535i M Sport xDrive` a `535i xDrive` with a package. */
function withDriveBesideNumber(words: readonly string[]): readonly string[] {
  const driveAt = words.indexOf('xdrive');
  const numberAt = words.findIndex((word) => NUMBER_OF_SERIES.test(word) || word === 'competition');
  if (driveAt <= 0 || numberAt < 0 || driveAt === numberAt + 1) return words;
  const rest = words.filter((word, at) => at !== driveAt && !(word === 'm' && at === driveAt - 1));
  const after = rest.findIndex((word) => word === words[numberAt]) + 1;
  return [...rest.slice(0, after), 'xdrive', ...rest.slice(after)];
}

/**
 * Words of a BMW text with run-together spellings taken apart (`2002tii`, `3.0CSi`) and the series put before a number
 * that belongs to one (`325i` as `3 series 325i`).
 */
export function splitBmwWords(words: readonly string[], modelYear: number | null): readonly string[] {
  const isRoadster = words.some((word) => Z_LITRES.test(word));
  const apart = words.flatMap((word) => {
    if (Object.hasOwn(SPELLINGS, word)) return SPELLINGS[word] ?? [word];
    const trimmed = isRoadster ? null : NUMBER_WITH_TRIM.exec(word);
    return trimmed === null ? [word] : trimmed.slice(1).filter(Boolean);
  });
  const hasSeries = apart.some((word, at) => /^[1-8]$/.test(word) && apart[at + 1] === 'series');
  const placed = withDriveBesideNumber(bodyWords(apart));
  if (hasSeries) return placed;
  const early = modelYear !== null && modelYear < FIRST_SERIES_YEAR;
  const at = placed.findIndex(
    (word) => !OWN_LINE.has(word) && !early && (NUMBER_OF_SERIES.test(word) || BARE_NUMBER.test(word)),
  );
  if (at < 0) return placed;
  const series = NUMBER_OF_SERIES.exec(placed[at] ?? '')?.[1] ?? placed[at]?.charAt(0) ?? '';
  return [...placed.slice(0, at), series, 'series', ...placed.slice(at)];
}
