const NAMES =
  'alabama:al alaska:ak arizona:az arkansas:ar california:ca colorado:co connecticut:ct delaware:de florida:fl georgia:ga hawaii:hi idaho:id illinois:il indiana:in iowa:ia kansas:ks kentucky:ky louisiana:la maine:me maryland:md massachusetts:ma michigan:mi minnesota:mn mississippi:ms missouri:mo montana:mt nebraska:ne nevada:nv new-hampshire:nh new-jersey:nj new-mexico:nm new-york:ny north-carolina:nc north-dakota:nd ohio:oh oklahoma:ok oregon:or pennsylvania:pa rhode-island:ri south-carolina:sc south-dakota:sd tennessee:tn texas:tx utah:ut vermont:vt virginia:va washington:wa west-virginia:wv wisconsin:wi wyoming:wy';

const ENTRIES = NAMES.split(' ').map((entry) => entry.split(':') as [string, string]);

/** Names of states by their code, in lower case. */
export const STATE_CODES: ReadonlyMap<string, string> = new Map(
  ENTRIES.map(([name, code]) => [code, name.replace('-', ' ')]),
);

/** States of the USA by what people call them, longest names first so that West Virginia is not Virginia. */
export const STATES: readonly (readonly [RegExp, string])[] = ENTRIES.toSorted(
  ([left], [right]) => right.length - left.length,
).map(([name, code]) => [
  new RegExp(`\\b(?:in |from |within )?(?:the state of )?${name.replace('-', '[ -]')}n?\\b`, 'g'),
  code,
]);
