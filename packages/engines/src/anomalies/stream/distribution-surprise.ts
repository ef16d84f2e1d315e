const WINDOW = 52;
const BIN_COUNT = 5;
const MOST_KNOWN = 200;
/** The 99 % point of chi-square with 4 degrees of freedom. */
const NOVEL_FROM = 13.2767;
const REBIN_GROWTH = 1.02;

/**
 * How far the distribution of the last 52 values is from every distribution seen so far: twice the window times the least
 * relative entropy, which is chi-square for values of one source (Wang et al. 2011). What is new is remembered, so that it
 * surprises once.
 */
export class DistributionSurprise {
  readonly #window: number[] = [];
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;
  #known: Float64Array[] = [];
  #binLeast = 0;
  #binMost = 0;

  /** The statistic over its 99 % point: 1 and more is new. 0 while there are too few values. */
  next(value: number): number {
    this.#least = Math.min(this.#least, value);
    this.#most = Math.max(this.#most, value);
    this.#window.push(value);
    if (this.#window.length > WINDOW) this.#window.shift();
    if (this.#window.length < WINDOW || this.#most <= this.#least) return 0;
    const range = this.#most - this.#least;
    const isWider = range > REBIN_GROWTH * (this.#binMost - this.#binLeast);
    if (isWider) this.#rebin();
    const shares = this.#shares();
    let least = Number.POSITIVE_INFINITY;
    for (const known of this.#known) least = Math.min(least, divergence(shares, known));
    if (least > NOVEL_FROM) {
      this.#known.push(shares);
      if (this.#known.length > MOST_KNOWN) this.#known.shift();
    }
    return this.#known.length <= 1 || !Number.isFinite(least) ? 0 : least / NOVEL_FROM;
  }

  /** Bins follow the range seen so far; known distributions move into the new bins by their middles. */
  #rebin(): void {
    const from = this.#binLeast;
    const width = (this.#binMost - this.#binLeast) / BIN_COUNT;
    this.#binLeast = this.#least;
    this.#binMost = this.#most;
    this.#known = this.#known.map((shares) => {
      const moved = new Float64Array(BIN_COUNT);
      shares.forEach((share, bin) => {
        const target = this.#bin(from + (bin + 0.5) * width);
        moved[target] = moved[target]! + share;
      });
      return moved;
    });
  }

  #bin(value: number): number {
    const share = (value - this.#binLeast) / (this.#binMost - this.#binLeast);
    return Math.max(0, Math.min(BIN_COUNT - 1, Math.floor(share * BIN_COUNT)));
  }

  #shares(): Float64Array {
    const shares = new Float64Array(BIN_COUNT);
    for (const value of this.#window) {
      const bin = this.#bin(value);
      shares[bin] = shares[bin]! + 1 / WINDOW;
    }
    return shares;
  }
}

function divergence(shares: Float64Array, known: Float64Array): number {
  let sum = 0;
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    if (shares[bin]! > 0) sum += shares[bin]! * Math.log(shares[bin]! / Math.max(known[bin]!, 1e-3));
  }
  return 2 * WINDOW * sum;
}
