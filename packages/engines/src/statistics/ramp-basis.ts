/**
 * Piecewise linear basis: function j climbs from 0 at knot j to 1 at knot j + 1 and stays there. The coefficient of a
 * ramp is the change over its piece, so a curve falls everywhere exactly where no coefficient is positive. Flat outside
 * the knots.
 */
export function rampBasis(x: number, knots: readonly number[], out: Float64Array): Float64Array {
  for (let j = 0; j + 1 < knots.length; j++) {
    const share = (x - knots[j]!) / (knots[j + 1]! - knots[j]!);
    out[j] = share <= 0 ? 0 : share >= 1 ? 1 : share;
  }
  return out;
}
