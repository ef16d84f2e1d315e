const WINDOW = 6_400;
const LEAST = 60;
const REFIT_EVERY = 100;

/**
 * How far a value lies in the tail of the values so far under a normal law whose mean and spread follow the last 6,400
 * values: the probability of one as far from the mean.
 */
export class TailSurprise {
  readonly #values: number[] = [];
  #mean = 0;
  #deviation = 0;
  #sinceRefit = 0;

  /** The two-sided tail probability, in (0, 1]; 1 while there are too few values. */
  next(value: number): number {
    let probability = 1;
    if (this.#values.length >= LEAST) {
      const deviation = Math.max(this.#deviation, 1e-9 * Math.max(1, Math.abs(this.#mean)));
      probability = 2 * normalTail(Math.abs(value - this.#mean) / deviation);
    }
    this.#values.push(value);
    if (this.#values.length > WINDOW) this.#values.shift();
    this.#sinceRefit++;
    if (this.#values.length < LEAST || this.#values.length < 1_000 || this.#sinceRefit >= REFIT_EVERY) this.#refit();
    return probability;
  }

  #refit(): void {
    if (this.#values.length > 200 && this.#sinceRefit < 10) return;
    this.#sinceRefit = 0;
    let sum = 0;
    for (const value of this.#values) sum += value;
    this.#mean = sum / this.#values.length;
    let squares = 0;
    for (const value of this.#values) squares += (value - this.#mean) ** 2;
    this.#deviation = Math.sqrt(squares / this.#values.length);
  }
}

/** P(Z > z) for z >= 0 (Abramowitz and Stegun 26.2.17, within 7.5e-8). */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
