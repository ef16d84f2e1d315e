/**
 * The path of a segment in words, for places that know the path alone: `porsche/911/992.1/gt3-rs` becomes
 * `Porsche 911 · 992.1 · GT3 RS`. Words with digits and words of up to three letters are written in capitals, as car
 * makers do; a level that is not known (`-`) is left out.
 */
export function segmentWords(path: string): string {
  const [make = '', model, ...rest] = path.split('/').map((level) => (level === '-' ? '' : words(level)));
  return [[make, model].filter(Boolean).join(' '), ...rest].filter(Boolean).join(' · ');
}

function words(slug: string): string {
  return slug
    .split('-')
    .map((word) =>
      /\d/.test(word) || word.length <= 3 ? word.toUpperCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    )
    .join(' ');
}
