/** What frauds say and honest sellers hardly ever do. Each pattern counts once. */
const PATTERNS: readonly RegExp[] = [
  /\b(wire|bank) transfer only\b|\bwestern union\b|\bmoney ?gram\b/i,
  /\bgift cards?\b|\b(bitcoin|crypto(currency)?) (only|accepted|payment)\b/i,
  /\b(escrow|buyer[- ]?protection|ebay motors protection)\b/i,
  /\b(working|deployed|stationed|posted|moved|relocated) (abroad|overseas)\b|\bout of the country\b|\bmilitary deployment\b/i,
  /\bships?\b.{0,40}\bafter (the )?payment\b|\bshipping (is )?(free|included)\b.{0,40}\b(inspect|return)/i,
  /\bno (viewings?|test drives?|inspections?)\b|\bviewing (is )?not possible\b|\bcannot be (viewed|seen|inspected)\b/i,
  /\b(contact|reply|text|write)( me)? (by|via|to)? ?(e-?mail|whatsapp|telegram) only\b|\be-?mail only\b/i,
  /\burgent(ly)? (sale|sell|selling)\b|\bmust sell (today|now)\b/i,
  /\b(deposit|advance payment|down ?payment)\b.{0,40}\b(reserve|hold|before|secure|accepted)\b/i,
];

/** How many of the patterns of a fraud a text shows. */
export function scamWordCount(texts: readonly string[]): number {
  const text = texts.join('\n');
  return PATTERNS.reduce((count, pattern) => count + (pattern.test(text) ? 1 : 0), 0);
}
