/** Words of a trim that tell engine, driven wheels, seats, emissions or the buyer and not the line of equipment. */
const QUALIFIERS: readonly RegExp[] = [
  /^[VILWH]-?\d{1,2}$/i,
  /^\d\.\d[LT]?$/i,
  /^(?:1500|2500|3500)(?:HD)?$/i,
  /^(?:xDrive|sDrive|quattro|4MATIC|4MOTION|SH-AWD|AWD|FWD|RWD|4WD|2WD|4x4|4x2)$/i,
  /^(?:PZEV|SULEV|ULEV|FFV|Fleet)$/i,
  /^\d-(?:Passenger|Door)$/i,
];
const NUMBERED_LEVEL = /^\d?(LT|LTZ|LZ|SS|SLT|SLE|CXL)-?\d?$/;

/** `1LT`, `LT2` and `SLT-1` are steps of one line. */
function withoutStep(word: string): string {
  return NUMBERED_LEVEL.exec(word)?.[1] ?? word;
}

/**
 * The line of equipment that a trim belongs to: `SE` for `SE V6` and `SE PZEV`, `SLT` for `SLT-2`, `328i` for
 * `328i xDrive`. A trim that is nothing but such words is its own family, so that the family of a family is itself.
 *
 * @example
 * trimFamily('2.5 S'); // 'S'
 */
export function trimFamily(trim: string): string {
  const words = trim.split(' ');
  const kept = words.filter((word) => !QUALIFIERS.some((qualifier) => qualifier.test(word)));
  return kept.length === 0 ? trim : kept.map(withoutStep).join(' ');
}
